package io.databot.inmemory;

import com.google.inject.Module;
import io.databot.spi.Backend;
import io.databot.spi.Setting;
import java.util.List;

/**
 * The backend {@code memory}: every port on the heap of this process, gone when the environment is closed.
 *
 * <p>Its buckets are those of the environment's state, wherever that is read, and those that settings name. Its own state
 * is {@link InMemoryState#standard}.
 */
public final class MemoryBackend implements Backend {

    /** The name by which settings choose it. */
    static final String NAME = "memory";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Module module() {
        return new MemoryModule();
    }
}
