package io.databot.resilience;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: doubles each time, varies, and honours what the service asked for. */
final class Backoff {

    private static final double FACTOR = 2;

    private final IntervalFunction millis;
    private final DoubleSupplier jitter;

    Backoff(ResilienceSettings settings, DoubleSupplier jitter) {
        Duration most = settings.maxDelay();
        Duration first = settings.initialDelay().compareTo(most) < 0 ? settings.initialDelay() : most;
        this.millis = IntervalFunction.ofExponentialBackoff(first, FACTOR, most);
        this.jitter = jitter;
    }

    /** Between half the interval and all of it, but never less than was asked for. */
    long nanos(int failedTries, Duration asked) {
        double interval = Duration.ofMillis(millis.apply(failedTries)).toNanos();
        long varied = (long) (interval * (1 + jitter.getAsDouble()) / 2);
        return Math.max(varied, Nanos.of(asked));
    }
}
