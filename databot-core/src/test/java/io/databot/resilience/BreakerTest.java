package io.databot.resilience;

import static io.databot.resilience.Bench.BUCKET;
import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.denied;
import static io.databot.resilience.Failures.slow;
import static io.databot.resilience.Failures.throttled;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Step.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.DatabotException;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.FindOption;
import io.databot.storage.Timeout;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final Bench bench =
            Bench.with("retry.max-attempts", "1", "breaker.window", "4", "breaker.failure-rate", "50");

    private void attempts(DatabotException failure, int count, FindOption... options) {
        for (int i = 0; i < count; i++) {
            bench.store.script(fail(failure));
            assertThat(catchThrowable(() -> bench.storage.find(REF, options))).isInstanceOf(failure.getClass());
        }
    }

    private void successes(int count) {
        for (int i = 0; i < count; i++) {
            bench.storage.find(REF);
        }
    }

    private boolean open() {
        int before = bench.store.requests().size();
        Throwable thrown = catchThrowable(() -> bench.storage.probe(BUCKET));
        boolean sent = bench.store.requests().size() > before;
        assertThat(sent).isEqualTo(thrown == null);
        return !sent;
    }

    @Test
    void opensWhenHalfOfTheWindowFoundNoService() {
        successes(2);
        attempts(unavailable(), 2);

        assertThat(open()).isTrue();
    }

    @Test
    void staysClosedBelowTheRate() {
        successes(3);
        attempts(unavailable(), 1);

        assertThat(open()).isFalse();
    }

    @Test
    void openBreakerNamesItselfAndWhenItTriesAgain() {
        attempts(unavailable(), 4);
        bench.time.pass(Duration.ofSeconds(4));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> bench.storage.find(REF));

        assertThat(failure)
                .hasMessage(
                        "find acme-data/a.csv: the circuit breaker \"storage\" is open, because too many of the last 4"
                                + " attempts found no service. Calls are tried again in 6s.");
        assertThat(failure.details().retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void closesAgainWhenTrialsSucceed() {
        attempts(unavailable(), 4);
        bench.time.pass(Duration.ofSeconds(10).plusNanos(1));

        successes(3);

        assertThat(open()).isFalse();
    }

    @Test
    void opensAgainWhenTrialsFail() {
        attempts(unavailable(), 4);
        bench.time.pass(Duration.ofSeconds(10).plusNanos(1));

        attempts(unavailable(), 3);

        assertThat(open()).isTrue();
    }

    @Test
    void answersThatSayNoAreAnswers() {
        attempts(denied(), 8);

        assertThat(open()).isFalse();
    }

    @Test
    void throttlingIsNotAbsence() {
        attempts(throttled(), 8);

        assertThat(open()).isFalse();
    }

    @Test
    void timeoutsOfUsualLengthOpenIt() {
        attempts(slow(), 4);

        assertThat(open()).isTrue();
    }

    @Test
    void timeoutsThatTheCallerMadeShortDoNotOpenIt() {
        attempts(slow(), 8, Timeout.of(Duration.ofMillis(1)));

        assertThat(open()).isFalse();
    }

    @Test
    void breakerThatOpensMidCallEndsTheRetryWithItsCause() {
        Bench repeating = Bench.with("breaker.window", "2");
        repeating.store.script(fail(unavailable()), fail(unavailable()), fail(unavailable()));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> repeating.storage.find(REF));

        assertThat(repeating.store.requests()).hasSize(2);
        assertThat(failure.details().attempts()).isEqualTo(2);
        assertThat(failure).hasMessageContaining("is open").cause().hasMessageContaining("the connection was reset");
    }

    @Test
    void everyPortHasABreakerOfItsOwn() {
        attempts(unavailable(), 4);

        bench.resilience.around(bench.store).find(REF);

        assertThat(open()).isTrue();
    }
}
