package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the outputs of a state stand. Not changed any more once the state is read. */
final class OutputIndex {

    private final byte[] bytes;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private record Place(int at, boolean sensitive) {}

    OutputIndex(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@code false} if there is one of this name. */
    boolean add(String name, int at, boolean sensitive) {
        return places.putIfAbsent(name, new Place(at, sensitive)) == null;
    }

    /** The values of all; copies of secrets are not looked for. */
    Map<String, StateValue> values() {
        Map<String, StateValue> values = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            StateValue value = ValueReader.read(bytes, place.at());
            values.put(name, place.sensitive() ? value.asSensitive() : value);
        });
        return values;
    }

    /** Adds the texts of those that are sensitive. */
    void addSecrets(SecretTexts secrets) {
        places.forEach((name, place) -> {
            if (place.sensitive()) {
                secrets.addFrom(ValueReader.read(bytes, place.at()).asSensitive());
            }
        });
    }

    int size() {
        return places.size();
    }
}
