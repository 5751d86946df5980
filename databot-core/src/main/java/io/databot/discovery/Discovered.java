package io.databot.discovery;

import io.databot.state.StateValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that discovery found.
 *
 * @param kind what it is
 * @param name how the provider knows it: a bucket's or an instance's name, a service account's e-mail
 * @param key how {@code Databot}'s methods know it, such as {@code archive}; empty if it has no such name
 * @param role what it is for, such as {@code data}; empty if nothing says so
 * @param rule which level found it
 * @param source where it stands: a setting, an output or an address
 * @param details what the state says of it beside
 */
public record Discovered(
        ResourceKind kind,
        String name,
        Optional<String> key,
        Optional<String> role,
        Rule rule,
        String source,
        Map<String, StateValue> details) {

    public Discovered {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(source, "source");
        details = Map.copyOf(details);
    }

    /** A detail that is a text which is not empty, such as {@code location}. */
    public Optional<String> text(String detail) {
        return Optional.ofNullable(details.get(detail))
                .flatMap(StateValue::string)
                .filter(text -> !text.isEmpty());
    }

    /** Whether a detail is there and true, such as {@code versioned}. */
    public boolean flag(String detail) {
        StateValue value = details.get(detail);
        return value != null && value.kind() == StateValue.Kind.BOOL && value.asBoolean();
    }

    /** The name and where it was found; no details. */
    @Override
    public String toString() {
        return kind.label() + " " + name + " (" + source + ")";
    }
}
