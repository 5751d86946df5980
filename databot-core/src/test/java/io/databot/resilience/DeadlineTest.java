package io.databot.resilience;

import static io.databot.resilience.Bench.BUCKET;
import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.slow;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Failures.unavailableFor;
import static io.databot.resilience.Step.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.DeadlineExceededFailure;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.IfAbsent;
import io.databot.storage.Timeout;
import io.databot.storage.WriteOption;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void attemptGetsTheUsualTimeoutWhenThereIsPlenty() {
        Bench bench = Bench.with();

        bench.storage.find(REF);

        assertThat(bench.store.options(0).timeout()).hasValue(Duration.ofSeconds(60));
    }

    @Test
    void attemptGetsWhatIsLeftOfTheCall() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailable(), () -> bench.time.pass(Duration.ofSeconds(3))));

        bench.storage.find(REF, Timeout.of(Duration.ofSeconds(10)));

        assertThat(bench.store.options(0).timeout()).hasValue(Duration.ofSeconds(10));
        assertThat(bench.store.options(1).timeout()).hasValue(Duration.ofMillis(6800));
    }

    @Test
    void waitThatDoesNotFitIsNotBegun() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailableFor(Duration.ofSeconds(20))));

        DeadlineExceededFailure failure = catchThrowableOfType(
                DeadlineExceededFailure.class, () -> bench.storage.find(REF, Timeout.of(Duration.ofSeconds(20))));

        assertThat(bench.time.slept()).isEmpty();
        assertThat(failure.details().attempts()).isEqualTo(1);
        assertThat(failure).cause().hasMessageContaining("come back later");
        assertThat(failure)
                .hasMessage(
                        "find store://acme-data/a.csv: the 20s that the call may take are not enough; the last attempt"
                                + " failed: come back later. Give it a longer Timeout, or raise databot.deadline.");
    }

    @Test
    void settingBoundsACallWithoutATimeout() {
        Bench bench = Bench.with("deadline", "5s", "retry.max-attempts", "20");
        for (int i = 0; i < 20; i++) {
            bench.store.script(fail(slow(), () -> bench.time.pass(Duration.ofSeconds(2))));
        }

        DeadlineExceededFailure failure =
                catchThrowableOfType(DeadlineExceededFailure.class, () -> bench.storage.find(REF));

        assertThat(bench.store.requests()).hasSize(3);
        assertThat(failure.details().attempts()).isEqualTo(3);
        assertThat(failure.details().reason()).contains("the 5s that the call may take");
    }

    @Test
    void lateConditionalWriteSaysThatItsOutcomeIsNotKnown() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailableFor(Duration.ofHours(7))));

        DeadlineExceededFailure failure = catchThrowableOfType(
                DeadlineExceededFailure.class, () -> bench.storage.put(REF, Content.text("a"), Condition.ifAbsent()));

        assertThat(failure.details().remedy())
                .isEqualTo(
                        "Give it a longer Timeout, or raise databot.bulk-deadline. Whether it took effect is not known.");
    }

    @Test
    void attemptOfALargePutGetsMoreTime() {
        Bench bench = Bench.with();
        long size = 500L << 20;

        bench.storage.put(REF, Content.stream(size, () -> new ByteArrayInputStream(new byte[0])));

        assertThat(bench.store.options(0).timeout()).hasValue(Duration.ofSeconds(560));
    }

    @Test
    void attemptWhoseLengthNobodyKnowsGetsAllThatIsLeft() {
        Bench bench = Bench.with();

        bench.storage.deleteAll(BUCKET, List.of(REF.key()));
        bench.storage.put(REF, Content.stream(() -> new ByteArrayInputStream(new byte[0])));

        assertThat(bench.store.options(0).timeout()).hasValue(Duration.ofHours(6));
        assertThat(bench.store.options(1).timeout()).hasValue(Duration.ofHours(6));
    }

    @Test
    void handedDownTimeoutReplacesTheCallersAndKeepsOtherOptions() {
        Bench bench = Bench.with();

        bench.storage.put(REF, Content.text("a"), Timeout.of(Duration.ofDays(1)), Condition.ifAbsent());

        assertThat(bench.store.options(0).timeout()).hasValue(Duration.ofSeconds(60));
        assertThat(bench.store.options(0).has(IfAbsent.class)).isTrue();
    }

    @Test
    void optionsInAnArrayOfANarrowerTypeAreTaken() {
        Bench bench = Bench.with();
        WriteOption[] narrow = new IfAbsent[] {Condition.ifAbsent()};

        bench.storage.put(REF, Content.text("a"), narrow);

        assertThat(bench.store.options(0).has(Timeout.class)).isTrue();
    }

    @Test
    void timeoutBeyondAllMeasureIsNoProblem() {
        Bench bench = Bench.with();

        bench.storage.find(REF, Timeout.of(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(bench.store.options(0).timeout()).hasValue(Duration.ofSeconds(60));
    }

    @Test
    void writerGetsNoTimeoutThatItsCallerDidNotGive() {
        Bench bench = Bench.with();

        bench.storage.writer(REF);
        bench.storage.writer(REF, Timeout.of(Duration.ofMinutes(7)));

        assertThat(bench.store.options(0).timeout()).isEmpty();
        assertThat(bench.store.options(1).timeout()).hasValue(Duration.ofMinutes(7));
    }
}
