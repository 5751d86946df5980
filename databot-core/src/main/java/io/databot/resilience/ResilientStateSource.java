package io.databot.resilience;

import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateMetrics;
import io.databot.state.StateSource;
import io.databot.state.StateWatch;
import java.util.function.Consumer;

/** A state source whose reading is repeated when that may help. */
final class ResilientStateSource implements StateSource {

    private final StateSource source;
    private final CallPolicy policy;

    ResilientStateSource(StateSource source, CallPolicy policy) {
        this.source = source;
        this.policy = policy;
    }

    @Override
    public State read() {
        return policy.call(Call.of(Action.READ_STATE, "state"), timeout -> source.read());
    }

    @Override
    public StateWatch onChange(Consumer<StateChange> listener) {
        return source.onChange(listener);
    }

    @Override
    public StateMetrics metrics() {
        return source.metrics();
    }

    @Override
    public void close() {
        source.close();
    }
}
