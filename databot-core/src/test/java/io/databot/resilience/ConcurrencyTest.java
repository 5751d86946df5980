package io.databot.resilience;

import static io.databot.resilience.Bench.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.InterruptedFailure;
import io.databot.storage.Timeout;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout.ThreadMode;

@org.junit.jupiter.api.Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ConcurrencyTest {

    private final Bench bench = Bench.with("concurrency", "1", "retry.max-attempts", "1");
    private final CountDownLatch release = new CountDownLatch(1);

    private CompletableFuture<Void> held = CompletableFuture.completedFuture(null);

    @AfterEach
    void releaseHolder() {
        release.countDown();
        held.join();
    }

    /** Another thread makes a call and stays in it until it is released. */
    private void hold() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        bench.store.script(new Step(
                () -> {
                    inside.countDown();
                    waitFor(release);
                },
                () -> {}));
        held = CompletableFuture.runAsync(() -> bench.storage.find(REF));
        inside.await();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void callWaitsForAPlaceNoLongerThanItMayTake() throws InterruptedException {
        hold();

        DeadlineExceededFailure failure = catchThrowableOfType(
                DeadlineExceededFailure.class, () -> bench.storage.find(REF, Timeout.of(Duration.ofMillis(5))));

        assertThat(failure)
                .hasMessageContaining("the 5ms that the call may take are not enough; all 1 places")
                .hasMessageContaining("were taken");
        assertThat(failure.details().attempts()).isZero();
        assertThat(bench.store.requests()).hasSize(1);
    }

    @Test
    void callGetsThePlaceThatBecomesFree() throws InterruptedException {
        hold();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> bench.storage.find(REF));

        release.countDown();
        waiting.join();

        assertThat(bench.store.requests()).hasSize(2);
    }

    @Test
    void interruptEndsTheWaitForAPlaceAndIsKept() throws InterruptedException {
        hold();
        Thread.currentThread().interrupt();

        InterruptedFailure failure = catchThrowableOfType(InterruptedFailure.class, () -> bench.storage.find(REF));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessageContaining("interrupted while it waited");
    }

    @Test
    void callThatFailedGivesItsPlaceBack() {
        bench.store.script(
                Step.fail(Failures.denied()),
                new Step(
                        () -> {
                            throw new IllegalStateException("a bug in an adapter");
                        },
                        () -> {}));

        assertThat(catchThrowableOfType(RuntimeException.class, () -> bench.storage.find(REF)))
                .isNotNull();
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> bench.storage.find(REF)))
                .isNotNull();

        assertThat(bench.storage.find(REF, Timeout.of(Duration.ofMillis(5)))).isEmpty();
    }
}
