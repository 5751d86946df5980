package io.databot.compute;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The cost guard: when a machine stops by itself.
 *
 * @param idleShutdown stops after being idle for this long, 10 minutes to 24 hours; empty never
 * @param expires is deleted from then on, busy or not; empty never
 */
public record Lifetime(Optional<Duration> idleShutdown, Optional<Instant> expires) {

    /** The idle time after which a machine stops when nothing else is said. */
    public static final Duration DEFAULT_IDLE = Duration.ofHours(3);

    private static final Duration MIN_IDLE = Duration.ofMinutes(10);
    private static final Duration MAX_IDLE = Duration.ofHours(24);

    /** @throws InvalidRequestFailure if the idle time is out of bounds */
    public Lifetime {
        idleShutdown
                .filter(idle -> idle.compareTo(MIN_IDLE) < 0 || idle.compareTo(MAX_IDLE) > 0)
                .ifPresent(idle -> {
                    throw new InvalidRequestFailure(FailureDetails.of(
                            "set the idle shutdown",
                            idle.toString(),
                            "it is not within 10 minutes and 24 hours",
                            "Choose a time in these bounds, or none."));
                });
    }

    /** Stops after {@link #DEFAULT_IDLE}. */
    public static Lifetime standard() {
        return new Lifetime(Optional.of(DEFAULT_IDLE), Optional.empty());
    }
}
