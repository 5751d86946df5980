package io.databot.discovery;

import io.databot.state.StateChange;
import io.databot.state.StateListeners;
import io.databot.state.StateMetrics;
import io.databot.state.StateSource;
import io.databot.state.StateWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A source whose state never changes by itself, and that counts nothing. */
public abstract class QuietSource implements StateSource {

    protected final StateListeners listeners = new StateListeners();

    @Override
    public StateWatch onChange(Consumer<StateChange> listener) {
        return listeners.add(listener);
    }

    @Override
    public StateMetrics metrics() {
        return new StateMetrics(0, 0, 0, 0, Duration.ZERO, Optional.empty(), false);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
