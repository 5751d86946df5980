package io.databot.state;

import java.text.Normalizer;
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

        private static final char FIRST_COMBINING = '\u0300';

        public Name {
            Objects.requireNonNull(value, "value");
            value = isBelowCombining(value) ? value : Normalizer.normalize(value, Normalizer.Form.NFC);
        }

        /** All characters before the first combining one are in that form by themselves. */
        private static boolean isBelowCombining(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= FIRST_COMBINING) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return "[" + HclQuote.quote(value) + "]";
        }
    }
}
