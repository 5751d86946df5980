package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.time.Duration;

/**
 * How long one call may take.
 *
 * <p>Given to a {@code Bucket} it bounds the whole call, retries and waits included; an adapter sees what is left of it
 * for this attempt. An adapter that cannot stop in time says so with a
 * {@link io.databot.failure.DeadlineExceededFailure} as soon as it can.
 *
 * @param duration more than zero
 */
public record Timeout(Duration duration) implements CallOption {

    /** @throws InvalidRequestFailure if the duration is zero or negative */
    public Timeout {
        if (duration.isZero() || duration.isNegative()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "set a timeout",
                    duration.toString(),
                    "a timeout is longer than zero",
                    "Give a positive duration."));
        }
    }

    public static Timeout of(Duration duration) {
        return new Timeout(duration);
    }
}
