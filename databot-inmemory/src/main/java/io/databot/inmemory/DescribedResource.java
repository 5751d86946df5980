package io.databot.inmemory;

import io.databot.state.Address;
import io.databot.state.StateAnswers;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.Optional;

/**
 * A resource instance that somebody described.
 *
 * @param address its address
 * @param attributes its attributes, a map
 */
record DescribedResource(Address address, StateValue attributes) implements StateInstance {

    @Override
    public boolean tainted() {
        return false;
    }

    @Override
    public Optional<String> deposedKey() {
        return Optional.empty();
    }

    @Override
    public Optional<StateValue> find(String path) {
        return StateAnswers.find(this, path);
    }
}
