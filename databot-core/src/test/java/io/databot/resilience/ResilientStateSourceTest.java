package io.databot.resilience;

import static io.databot.resilience.Failures.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.discovery.QuietSource;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.StateFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.state.State;
import io.databot.state.StateSnapshot;
import io.databot.state.StateSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResilientStateSourceTest {

    private static final State STATE = new StateSnapshot(
            new StateSnapshot.Header("lineage", 1, "test", Instant.EPOCH, false), List.of(), Map.of());

    private final Bench bench = Bench.with();
    private final Source source = new Source();
    private final StateSource resilient = bench.resilience.around(source);

    private static final class Source extends QuietSource {
        private final Deque<DatabotException> failures = new ArrayDeque<>();
        private int reads;
        private boolean closed;

        @Override
        public State read() {
            reads++;
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return STATE;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static StateFailure torn(int attempts) {
        return new StateFailure(
                StateFailure.Problem.TRUNCATED,
                FailureDetails.of("read state", "terraform.tfstate", "it ends in the middle", "")
                        .asRetryable()
                        .withAttempts(attempts));
    }

    @Test
    void readThatFailsForAMomentIsRepeated() {
        source.failures.add(unavailable());

        assertThat(resilient.read()).isSameAs(STATE);
        assertThat(source.reads).isEqualTo(2);
        assertThat(bench.records)
                .containsExactly(new CallRecord("read state", "state", 2, Duration.ofMillis(200), Optional.empty()));
    }

    @Test
    void tornFileThatTheAdapterReadAgainByItselfIsNotReadAgain() {
        source.failures.add(torn(5));

        StateFailure failure = catchThrowableOfType(StateFailure.class, resilient::read);

        assertThat(source.reads).isEqualTo(1);
        assertThat(failure.details().attempts()).isEqualTo(5);
        assertThat(failure.problem()).isEqualTo(StateFailure.Problem.TRUNCATED);
    }

    @Test
    void manyFailuresDoNotBarALaterRead() {
        for (int i = 0; i < 400; i++) {
            source.failures.add(unavailable());
        }
        for (int i = 0; i < 100; i++) {
            assertThat(catchThrowableOfType(UnavailableFailure.class, resilient::read))
                    .isNotNull();
        }

        assertThat(resilient.read()).isSameAs(STATE);
    }

    @Test
    void waitingEndsWithTheDeadline() {
        source.failures.add(Failures.unavailableFor(Duration.ofMinutes(6)));

        DeadlineExceededFailure failure = catchThrowableOfType(DeadlineExceededFailure.class, resilient::read);

        assertThat(failure.details().remedy()).doesNotContain("Timeout").contains("databot.deadline");
    }

    @Test
    void closingClosesTheSource() {
        resilient.close();

        assertThat(source.closed).isTrue();
    }
}
