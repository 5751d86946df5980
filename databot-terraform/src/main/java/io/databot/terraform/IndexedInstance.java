package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.StateAnswers;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance of an {@link IndexedState}: its position, and what was made of it when it was asked for. */
final class IndexedInstance implements StateInstance {

    private final IndexedState state;
    private final int position;
    private volatile @Nullable Address address;
    private volatile @Nullable StateValue attributes;

    IndexedInstance(IndexedState state, int position) {
        this.state = state;
        this.position = position;
    }

    IndexedState state() {
        return state;
    }

    int position() {
        return position;
    }

    @Override
    public Address address() {
        Address known = address;
        if (known == null) {
            known = state.columns().address(position);
            address = known;
        }
        return known;
    }

    @Override
    public boolean tainted() {
        return state.columns().is(position, Columns.TAINTED);
    }

    @Override
    public Optional<String> deposedKey() {
        return state.columns().deposedKey(position);
    }

    @Override
    public StateValue attributes() {
        StateValue known = attributes;
        if (known == null) {
            known = state.attributes(position);
            attributes = known;
        }
        return known;
    }

    @Override
    public Optional<StateValue> find(String path) {
        return attributes == null ? state.find(position, path) : StateAnswers.find(this, path);
    }

    /** The address and what is special about it; no values. */
    @Override
    public String toString() {
        return address()
                + (tainted() ? " (tainted)" : "")
                + deposedKey().map(key -> " (deposed " + key + ")").orElse("");
    }
}
