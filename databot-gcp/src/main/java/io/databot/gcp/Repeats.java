package io.databot.gcp;

import io.databot.failure.DatabotException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Counts how often one step of an upload session has been sent, and waits between. Used by one thread. */
final class Repeats {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final UploadPolicy policy;
    private int attempts;

    Repeats(UploadPolicy policy) {
        this.policy = policy;
    }

    /** The service has got further than ever: what went wrong before does not count any more. */
    void progressed() {
        attempts = 0;
    }

    /**
     * Waits before the step is sent again.
     *
     * @throws DatabotException the failure, with the number of attempts, if the step is not to be sent again
     */
    void failed(Call call, DatabotException failure) {
        attempts++;
        Duration delay = delay(failure.details().retryAfter());
        boolean late =
                call.remaining().filter(left -> left.compareTo(delay) <= 0).isPresent();
        if (!failure.retryable() || attempts >= policy.attempts() || late) {
            throw failure.with(failure.details().withAttempts(attempts));
        }
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException e) {
            DatabotException interrupted = GcsFailures.of(call, e);
            interrupted.addSuppressed(failure);
            throw interrupted.with(interrupted.details().withAttempts(attempts));
        }
    }

    /** Doubles each time, half of it by chance, so that many uploads do not come back together. */
    private Duration delay(Duration asked) {
        long nanos = Math.min(LONGEST.toNanos(), policy.firstDelay().toNanos() << Math.min(attempts - 1, 20));
        long half = Math.max(1, nanos / 2);
        Duration own = Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half));
        return asked.compareTo(own) > 0 ? asked : own;
    }
}
