package io.databot.terraform;

import io.databot.failure.StateFailure;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one object of the JSON; each getter refuses what the format does not have there. Null counts as absent. */
final class Fields {

    private final Map<String, StateValue> entries;
    private final String what;
    private final Refusals refusals;

    private Fields(Map<String, StateValue> entries, String what, Refusals refusals) {
        this.entries = entries;
        this.what = what;
        this.refusals = refusals;
    }

    /**
     * @param what the object is, for messages, such as {@code a resource}
     * @throws StateFailure if the value is not an object
     */
    static Fields of(StateValue value, String what, Refusals refusals) {
        if (value.kind() != Kind.MAP) {
            throw refusals.malformed(what + " is not an object");
        }
        return new Fields(value.asMap(), what, refusals);
    }

    Optional<StateValue> find(String name) {
        return Optional.ofNullable(entries.get(name)).filter(value -> !value.isNull());
    }

    /** The text; empty if there is none. */
    String text(String name) {
        return ofKind(name, Kind.STRING, "a text").map(StateValue::asString).orElse("");
    }

    /** The truth value; false if there is none. */
    boolean flag(String name) {
        return ofKind(name, Kind.BOOL, "neither true nor false")
                .map(StateValue::asBoolean)
                .orElse(false);
    }

    /** The elements; none if there is no list. */
    List<StateValue> list(String name) {
        return ofKind(name, Kind.LIST, "a list").map(StateValue::asList).orElse(List.of());
    }

    /** The entries; none if there is no object. */
    Map<String, StateValue> map(String name) {
        return ofKind(name, Kind.MAP, "an object").map(StateValue::asMap).orElse(Map.of());
    }

    /** A number that is whole, not negative and of 64 bits. */
    Optional<Long> unsigned(String name) {
        return ofKind(name, Kind.NUMBER, "a number").map(number -> {
            try {
                // A scale that is far off would be written out digit by digit.
                boolean sane = number.asBigDecimal().scale() == 0
                        && number.asBigDecimal().signum() >= 0;
                String digits = sane ? number.asBigDecimal().toPlainString() : "";
                return Long.parseUnsignedLong(digits.length() <= 20 ? digits : "");
            } catch (NumberFormatException e) {
                throw malformed(name, "a whole number of 64 bits");
            }
        });
    }

    private Optional<StateValue> ofKind(String name, Kind kind, String expected) {
        Optional<StateValue> value = find(name);
        if (value.isPresent() && value.get().kind() != kind) {
            throw malformed(name, expected);
        }
        return value;
    }

    private StateFailure malformed(String name, String expected) {
        String not = expected.startsWith("neither") ? " is " : " is not ";
        return refusals.malformed("the " + name + " of " + what + not + expected);
    }
}
