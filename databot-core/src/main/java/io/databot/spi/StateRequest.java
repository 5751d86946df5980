package io.databot.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a state is to be read.
 *
 * @param unlessVersion the version that was read last and need not be sent again
 * @param maxBytes the most bytes that a state may have; no more are read
 * @param timeout how long one request may take, its answer included
 */
public record StateRequest(Optional<String> unlessVersion, long maxBytes, Duration timeout) {

    public StateRequest {
        Objects.requireNonNull(unlessVersion, "unlessVersion");
        Objects.requireNonNull(timeout, "timeout");
        if (maxBytes < 0) {
            throw new IllegalArgumentException("maxBytes must not be negative");
        }
    }
}
