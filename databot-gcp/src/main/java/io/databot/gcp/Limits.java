package io.databot.gcp;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a request may take: what is set, or what the thread's call has left if that is less.
 *
 * @param connect until it is connected
 * @param read how long the service may stay silent
 */
record Limits(Duration connect, Duration read) {

    static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** @throws io.databot.failure.DeadlineExceededFailure if the thread's call has no time left */
    static void requireTime() {
        Call.current().filter(Call::expired).ifPresent(late -> {
            throw GcsFailures.outOfTime(late);
        });
    }

    int connectMillis() {
        return millis(connect);
    }

    int readMillis() {
        return millis(read);
    }

    /** Rounded up, so that a request that runs out of time does so when its call has. */
    private static int millis(Duration limit) {
        Optional<Duration> left = Call.current().flatMap(Call::remaining);
        long most = limit.toMillis();
        long millis = left.map(time -> Math.min(most, time.toMillis() + 1)).orElse(most);
        return (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
    }
}
