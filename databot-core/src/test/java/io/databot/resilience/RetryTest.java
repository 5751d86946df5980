package io.databot.resilience;

import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.denied;
import static io.databot.resilience.Failures.slow;
import static io.databot.resilience.Failures.throttled;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Failures.unavailableAfter;
import static io.databot.resilience.Failures.unavailableFor;
import static io.databot.resilience.Step.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.spi.Settings;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.StorageService;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Content CONTENT = Content.text("a,b");

    @Test
    void readThatFailsForAMomentSucceedsAfterAWait() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailable()), fail(unavailable()));

        assertThat(bench.storage.find(REF)).isEmpty();

        assertThat(bench.store.requests()).containsExactly("find", "find", "find");
        assertThat(bench.time.slept()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void lastFailureSaysHowOftenItWasTried() {
        Bench bench = Bench.with();
        UnavailableFailure last = unavailable();
        bench.store.script(fail(unavailable()), fail(unavailable()), fail(unavailable()), fail(last));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> bench.storage.find(REF));

        assertThat(failure.details().attempts()).isEqualTo(4);
        assertThat(failure.getStackTrace()).isEqualTo(last.getStackTrace());
        assertThat(failure).hasMessageContaining("(after 4 attempts)");
        assertThat(bench.store.requests()).hasSize(4);
    }

    @Test
    void failureOfOneAttemptCountsOne() {
        Bench bench = Bench.with();
        bench.store.script(fail(denied()));

        AccessDeniedFailure failure = catchThrowableOfType(AccessDeniedFailure.class, () -> bench.storage.find(REF));

        assertThat(failure.details().attempts()).isEqualTo(1);
        assertThat(bench.store.requests()).hasSize(1);
    }

    @Test
    void exhaustedThrottlingLeavesNoDoubtAboutTheOutcome() {
        Bench bench = Bench.with("retry.max-attempts", "2");
        bench.store.script(fail(throttled()), fail(throttled()));

        ThrottledFailure failure = catchThrowableOfType(ThrottledFailure.class, () -> bench.storage.put(REF, CONTENT));

        assertThat(failure.details().remedy()).isEqualTo("Try again.");
        assertThat(failure.details().attempts()).isEqualTo(2);
    }

    @Test
    void exhaustedConditionalWriteSaysThatItsOutcomeIsNotKnown() {
        Bench bench = Bench.with("retry.max-attempts", "2");
        bench.store.script(fail(unavailable()), fail(unavailable()));

        UnavailableFailure failure = catchThrowableOfType(
                UnavailableFailure.class, () -> bench.storage.put(REF, CONTENT, Condition.ifAbsent()));

        assertThat(failure.details().remedy()).isEqualTo("Try again. Whether it took effect is not known.");
    }

    @Test
    void failureOfAnAdapterThatOwnsTheRetryIsFinal() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailableAfter(3)));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> bench.storage.find(REF));

        assertThat(bench.store.requests()).hasSize(1);
        assertThat(failure.details().attempts()).isEqualTo(3);
    }

    @Test
    void layersAroundLayersDoNotMultiplyAttempts() {
        Bench bench = Bench.with();
        StorageService twice = bench.resilience.around(bench.storage);
        bench.store.script(
                fail(unavailable()),
                fail(unavailable()),
                fail(unavailable()),
                fail(unavailable()),
                fail(unavailable()));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> twice.find(REF));

        assertThat(bench.store.requests()).hasSize(4);
        assertThat(failure.details().attempts()).isEqualTo(4);
    }

    @Test
    void failureThatRepeatingCannotMendIsNotRepeated() {
        Bench bench = Bench.with();
        bench.store.script(fail(denied()));

        assertThat(catchThrowableOfType(AccessDeniedFailure.class, () -> bench.storage.find(REF)))
                .isNotNull();
        assertThat(bench.store.requests()).hasSize(1);
    }

    @Test
    void attemptThatRanOutOfItsTimeIsRepeated() {
        Bench bench = Bench.with();
        bench.store.script(fail(slow()));

        bench.storage.find(REF);

        assertThat(bench.store.requests()).hasSize(2);
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        Bench bench = Bench.with("retry.max-attempts", "6", "retry.max-delay", "1s");
        for (int i = 0; i < 5; i++) {
            bench.store.script(fail(unavailable()));
        }

        bench.storage.find(REF);

        assertThat(bench.time.slept()).extracting(Duration::toMillis).containsExactly(200L, 400L, 800L, 1000L, 1000L);
    }

    @Test
    void waitsVaryDownToHalf() {
        ResilienceSettings settings = ResilienceSettings.from(Settings.of("test", Map.of()));

        Backoff least = new Backoff(settings, () -> 0.0);
        Backoff most = new Backoff(settings, () -> 1.0);

        assertThat(Duration.ofNanos(least.nanos(1, Duration.ZERO))).isEqualTo(Duration.ofMillis(100));
        assertThat(Duration.ofNanos(most.nanos(1, Duration.ZERO))).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void waitIsAtLeastWhatTheServiceAskedFor() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailableFor(Duration.ofSeconds(30))));

        bench.storage.find(REF);

        assertThat(bench.time.slept()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void interruptEndsTheWaitAndIsKept() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailable(), () -> Thread.currentThread().interrupt()));

        InterruptedFailure failure = catchThrowableOfType(InterruptedFailure.class, () -> bench.storage.find(REF));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.details().attempts()).isEqualTo(1);
        assertThat(failure.getSuppressed()).hasOnlyElementsOfType(UnavailableFailure.class);
        assertThat(bench.store.requests()).hasSize(1);
    }

    @Test
    void oneAttemptAtMostRepeatsNothing() {
        Bench bench = Bench.with("retry.max-attempts", "1");
        bench.store.script(fail(throttled()));

        assertThat(catchThrowableOfType(ThrottledFailure.class, () -> bench.storage.find(REF)))
                .isNotNull();
        assertThat(bench.store.requests()).hasSize(1);
    }

    @Test
    void layersWithTheRealClockAndNobodyListeningPassCallsOn() {
        Bench bench = Bench.with();
        StorageService real = Resilience.of(ResilienceSettings.from(Settings.of("test", Map.of())))
                .around(bench.store);

        assertThat(real.put(REF, CONTENT, Condition.ifAbsent()).size()).isEqualTo(3);
        assertThat(bench.store.stored(REF).metadata().user()).containsKey(WriteIds.KEY);
    }

    @Test
    void featuresAndCloseAreTheAdapters() {
        Bench bench = Bench.with();

        bench.storage.close();

        assertThat(bench.store.closed()).isTrue();
        assertThat(bench.storage.features()).isEqualTo(bench.store.features());
    }
}
