package io.databot.state;

import java.util.Objects;

/** What tells the instances of one resource, or of one module, apart. */
public sealed interface InstanceKey {

    /** There is only one: neither {@code count} nor {@code for_each}. */
    InstanceKey NONE = new None();

    /** A number of {@code count}. */
    static InstanceKey of(long index) {
        return new Index(index);
    }

    /** A key of {@code for_each}; may be empty. */
    static InstanceKey of(String name) {
        return new Name(name);
    }

    /** As it stands in an address: nothing, {@code [0]}, or {@code ["key"]} with HCL's escapes. */
    @Override
    String toString();

    /** No key. */
    record None() implements InstanceKey {
        @Override
        public String toString() {
            return "";
        }
    }

    /**
     * A number.
     *
     * @param value the position
     */
    record Index(long value) implements InstanceKey {
        @Override
        public String toString() {
            return "[" + value + "]";
        }
    }

    /**
     * A text.
     *
     * @param value the key, in Unicode normalisation form C
     */
    record Name(String value) implements InstanceKey {
        public Name {
            Objects.requireNonNull(value, "value");
            value = java.text.Normalizer.normalize(value, java.text.Normalizer.Form.NFC);
        }

        @Override
        public String toString() {
            return "[" + HclQuote.quote(value) + "]";
        }
    }
}
