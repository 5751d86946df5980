package io.databot.resilience;

import io.databot.state.State;
import io.databot.state.StateSource;

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
    public void close() {
        source.close();
    }
}
