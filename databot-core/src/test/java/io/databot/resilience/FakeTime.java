package io.databot.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when told to, and when somebody sleeps. */
final class FakeTime {

    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos(); // nanoTime may overflow, so this one does
    private final List<Duration> slept = new ArrayList<>();

    long nanos() {
        return now;
    }

    void pass(Duration duration) {
        now += duration.toNanos();
    }

    void sleep(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        slept.add(Duration.ofNanos(nanos));
        now += nanos;
    }

    /** Every wait between two attempts, in order. */
    List<Duration> slept() {
        return slept;
    }
}
