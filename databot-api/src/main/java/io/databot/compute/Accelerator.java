package io.databot.compute;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;

/**
 * Graphics processors of one kind.
 *
 * @param type the provider's name, such as {@code NVIDIA_TESLA_T4}
 * @param count how many; one or more
 */
public record Accelerator(String type, int count) {

    /** @throws InvalidRequestFailure if there are none */
    public Accelerator {
        if (count < 1) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "ask for accelerators",
                    type,
                    "the count is " + count,
                    "Ask for one or more, or leave the accelerator out."));
        }
    }
}
