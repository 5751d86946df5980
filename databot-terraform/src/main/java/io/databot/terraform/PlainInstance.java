package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.StateAnswers;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.Optional;

/** An instance whose attributes are at hand. Not a record: a generated toString would print them. */
final class PlainInstance implements StateInstance {

    /** What tells an instance from others, and its condition. */
    record Label(Address address, boolean tainted, Optional<String> deposedKey) {}

    private final Label label;
    private final StateValue attributes;

    PlainInstance(Label label, StateValue attributes) {
        this.label = label;
        this.attributes = attributes;
    }

    @Override
    public Address address() {
        return label.address();
    }

    @Override
    public boolean tainted() {
        return label.tainted();
    }

    @Override
    public Optional<String> deposedKey() {
        return label.deposedKey();
    }

    @Override
    public StateValue attributes() {
        return attributes;
    }

    @Override
    public Optional<StateValue> find(String path) {
        return StateAnswers.find(this, path);
    }

    PlainInstance with(StateValue other) {
        return new PlainInstance(label, other);
    }

    /** The address and what is special about it; no values. */
    @Override
    public String toString() {
        return label.address()
                + (label.tainted() ? " (tainted)" : "")
                + label.deposedKey().map(key -> " (deposed " + key + ")").orElse("");
    }
}
