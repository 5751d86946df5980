package io.databot.resilience;

import java.time.Duration;

/** Durations as nanoseconds. */
final class Nanos {

    /** Longer than any call; leaves room to add to. */
    static final long MOST = Long.MAX_VALUE / 4;

    private static final Duration MOST_TIME = Duration.ofNanos(MOST);

    private Nanos() {}

    static long of(Duration duration) {
        return duration.compareTo(MOST_TIME) < 0 ? duration.toNanos() : MOST;
    }

    /** For people: {@code 300s}, {@code 1500ms}. */
    static String text(long nanos) {
        long millis = Duration.ofNanos(nanos).toMillis();
        if (millis == 0) {
            return nanos + "ns";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
