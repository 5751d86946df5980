package io.databot.storage;

import java.util.Objects;

/**
 * Stands in a listing with a delimiter for all keys that share this beginning.
 *
 * @param name the shared beginning, ending with the delimiter; never empty
 */
public record CommonPrefix(String name) implements ListEntry {

    public CommonPrefix {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return name;
    }
}
