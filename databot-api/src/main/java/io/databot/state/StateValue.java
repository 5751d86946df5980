package io.databot.state;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of the state: exact, immutable, thread-safe.
 *
 * <p>Numbers keep every digit. A value knows whether it is sensitive: asking for it with {@code asString} and the like
 * gives it, printing it does not. Not a record: a record would print a secret.
 */
public final class StateValue {

    /** What a value is. */
    public enum Kind {
        NULL,
        BOOL,
        NUMBER,
        STRING,
        LIST,
        MAP
    }

    private static final StateValue NULL = new StateValue(Kind.NULL, null, false);

    private final Kind kind;
    private final @Nullable Object value;
    private final boolean sensitive;

    private StateValue(Kind kind, @Nullable Object value, boolean sensitive) {
        this.kind = kind;
        this.value = value;
        this.sensitive = sensitive;
    }

    /** The null of the state: an attribute that is not set. */
    public static StateValue ofNull() {
        return NULL;
    }

    public static StateValue of(boolean value) {
        return new StateValue(Kind.BOOL, value, false);
    }

    public static StateValue of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    public static StateValue of(BigDecimal value) {
        return new StateValue(Kind.NUMBER, Objects.requireNonNull(value, "value"), false);
    }

    public static StateValue of(String value) {
        return new StateValue(Kind.STRING, Objects.requireNonNull(value, "value"), false);
    }

    public static StateValue of(List<StateValue> elements) {
        return new StateValue(Kind.LIST, List.copyOf(elements), false);
    }

    /** Keeps the order of the entries. */
    public static StateValue of(Map<String, StateValue> entries) {
        return new StateValue(Kind.MAP, Collections.unmodifiableMap(new LinkedHashMap<>(entries)), false);
    }

    // Loops, not streams: a value may be nested a thousand deep, and streams would take a dozen frames for each level.
    /** The same value marked as sensitive, with all that is in it. */
    public StateValue asSensitive() {
        return switch (kind) {
            case LIST -> {
                List<StateValue> marked = new ArrayList<>();
                for (StateValue element : asList()) {
                    marked.add(element.asSensitive());
                }
                yield new StateValue(kind, Collections.unmodifiableList(marked), true);
            }
            case MAP -> {
                Map<String, StateValue> marked = new LinkedHashMap<>();
                for (Map.Entry<String, StateValue> entry : asMap().entrySet()) {
                    marked.put(entry.getKey(), entry.getValue().asSensitive());
                }
                yield new StateValue(kind, Collections.unmodifiableMap(marked), true);
            }
            default -> new StateValue(kind, value, true);
        };
    }

    /**
     * The same value without any mark, so that printing it shows everything: for who asks for a secret on purpose.
     */
    public StateValue revealed() {
        return switch (kind) {
            case LIST -> {
                List<StateValue> elements = new ArrayList<>();
                for (StateValue element : asList()) {
                    elements.add(element.revealed());
                }
                yield new StateValue(kind, Collections.unmodifiableList(elements), false);
            }
            case MAP -> {
                Map<String, StateValue> entries = new LinkedHashMap<>();
                for (Map.Entry<String, StateValue> entry : asMap().entrySet()) {
                    entries.put(entry.getKey(), entry.getValue().revealed());
                }
                yield new StateValue(kind, Collections.unmodifiableMap(entries), false);
            }
            default -> sensitive ? new StateValue(kind, value, false) : this;
        };
    }

    public Kind kind() {
        return kind;
    }

    /** Whether Terraform marks this value as sensitive; a part may be although the whole is not. */
    public boolean sensitive() {
        return sensitive;
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /**
     * The text of a string.
     *
     * @throws InvalidRequestFailure if this is not a string
     */
    public String asString() {
        return (String) as(Kind.STRING);
    }

    /**
     * A number with every digit.
     *
     * @throws InvalidRequestFailure if this is not a number
     */
    public BigDecimal asBigDecimal() {
        return (BigDecimal) as(Kind.NUMBER);
    }

    /**
     * A whole number.
     *
     * @throws InvalidRequestFailure if this is not a whole number of 64 bits
     */
    public long asLong() {
        BigDecimal number = asBigDecimal();
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidRequestFailure(
                    FailureDetails.of(
                            "read a value",
                            toString(),
                            "it is not a whole number of 64 bits",
                            "Use asBigDecimal, which keeps every digit."),
                    e);
        }
    }

    /**
     * A truth value.
     *
     * @throws InvalidRequestFailure if this is not a bool
     */
    public boolean asBoolean() {
        return (Boolean) as(Kind.BOOL);
    }

    /**
     * The elements of a list.
     *
     * @throws InvalidRequestFailure if this is not a list
     */
    @SuppressWarnings("unchecked")
    public List<StateValue> asList() {
        return (List<StateValue>) as(Kind.LIST);
    }

    /**
     * The entries of a map or object, in the order of the state.
     *
     * @throws InvalidRequestFailure if this is not a map
     */
    @SuppressWarnings("unchecked")
    public Map<String, StateValue> asMap() {
        return (Map<String, StateValue>) as(Kind.MAP);
    }

    /** A map's entry; empty if there is none, or if this is not a map. */
    public Optional<StateValue> entry(String key) {
        return kind == Kind.MAP ? Optional.ofNullable(asMap().get(key)) : Optional.empty();
    }

    /** A list's element; empty if there is none, or if this is not a list. */
    public Optional<StateValue> element(long index) {
        return kind == Kind.LIST && index >= 0 && index < asList().size()
                ? Optional.of(asList().get((int) index))
                : Optional.empty();
    }

    /** The text, if this is a string; empty for every other kind. */
    public Optional<String> string() {
        return kind == Kind.STRING ? Optional.of(asString()) : Optional.empty();
    }

    private Object as(Kind wanted) {
        if (kind != wanted || value == null) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "read a value",
                    toString(),
                    "it is of kind " + kind + ", not " + wanted,
                    "Ask for its kind first."));
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateValue that
                && kind == that.kind
                && sensitive == that.sensitive
                && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }

    /**
     * As compact JSON, exact, with the entries in their order. What is sensitive is the text {@code (sensitive)}; call
     * {@link #revealed} before to write it in the clear.
     */
    public String toJson() {
        return JsonText.of(this);
    }

    /** JSON for people: sensitive parts read {@code (sensitive)}, a long text is shortened. */
    @Override
    public String toString() {
        if (sensitive) {
            return JsonText.HIDDEN;
        }
        return switch (kind) {
            case STRING -> HclQuote.quote(shortened(asString()));
            case LIST -> asList().toString();
            case MAP -> {
                List<String> entries = new ArrayList<>();
                asMap().forEach((key, entry) -> entries.add(HclQuote.quote(key) + ": " + entry));
                yield "{" + String.join(", ", entries) + "}";
            }
            default -> String.valueOf(value);
        };
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
