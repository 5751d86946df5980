package io.databot.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a state source has done since it was made.
 *
 * @param hits how often {@link StateSource#read} was answered from memory
 * @param loads how often a state was read anew
 * @param unchanged how often the source looked and found what it had
 * @param failures how often looking or reading failed
 * @param loadTime how long loads, looks and failures took together
 * @param readAt when what is given out now was last known to be so; empty if there is nothing to give out
 * @param stale whether the last attempt failed, so that the last good state is given out
 */
public record StateMetrics(
        long hits,
        long loads,
        long unchanged,
        long failures,
        Duration loadTime,
        Optional<Instant> readAt,
        boolean stale) {

    public StateMetrics {
        Objects.requireNonNull(loadTime, "loadTime");
        Objects.requireNonNull(readAt, "readAt");
    }

    /** How old what is given out is; zero if the clock says that it was read later. */
    public Optional<Duration> age(Instant now) {
        return readAt.map(then -> then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO);
    }
}
