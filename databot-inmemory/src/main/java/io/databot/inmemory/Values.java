package io.databot.inmemory;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a map of state values entry by entry. */
final class Values {

    private final Map<String, StateValue> entries = new LinkedHashMap<>();

    static Values of(String key, String value) {
        return new Values().with(key, value);
    }

    Values with(String key, String value) {
        return with(key, StateValue.of(value));
    }

    Values with(String key, StateValue value) {
        entries.put(key, value);
        return this;
    }

    StateValue build() {
        return StateValue.of(entries);
    }

    /** A block, as the state writes one: a list with one map. */
    StateValue block() {
        return StateValue.of(List.of(build()));
    }
}
