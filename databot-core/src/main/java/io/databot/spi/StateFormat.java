package io.databot.spi;

import io.databot.state.State;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Reads a state file; found by {@link java.util.ServiceLoader}. For backends that take a state without knowing its format.
 */
public interface StateFormat {

    /**
     * Reads the file now, without cache.
     *
     * @throws io.databot.failure.NotFoundFailure if there is no such file
     * @throws io.databot.failure.StateFailure if it cannot be used
     * @throws io.databot.failure.AccessDeniedFailure if it may not be read
     */
    State read(Path file, Clock clock);
}
