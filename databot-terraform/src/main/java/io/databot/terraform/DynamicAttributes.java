package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Takes the wrapper {@code {"value":…,"type":…}} off attributes whose type Terraform decides at run time.
 *
 * <p>Only where it is known that they have one: an ordinary object may have just these two keys.
 */
final class DynamicAttributes {

    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "terraform_data", Set.of("input", "output", "triggers_replace"),
            "terraform_remote_state", Set.of("config", "defaults", "outputs"),
            "kubernetes_manifest", Set.of("manifest", "object"));
    private static final Set<String> WRAPPER = Set.of("value", "type");

    private DynamicAttributes() {}

    /** The names of those that a type has. */
    static Set<String> of(String type) {
        return BY_TYPE.getOrDefault(type, Set.of());
    }

    static StateValue unwrap(Set<String> dynamic, StateValue attributes) {
        if (dynamic.isEmpty() || attributes.kind() != StateValue.Kind.MAP) {
            return attributes;
        }
        Map<String, StateValue> entries = new LinkedHashMap<>(attributes.asMap());
        dynamic.forEach(name -> entries.computeIfPresent(name, (key, value) -> unwrap(value)));
        return StateValue.of(entries);
    }

    static StateValue unwrap(StateValue value) {
        return value.kind() == StateValue.Kind.MAP && value.asMap().keySet().equals(WRAPPER)
                ? value.asMap().getOrDefault("value", value)
                : value;
    }
}
