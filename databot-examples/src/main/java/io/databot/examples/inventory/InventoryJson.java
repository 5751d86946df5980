package io.databot.examples.inventory;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An inventory as JSON. Within one {@code schema_version} keys are added, never taken away or given another meaning:
 *
 * <ul>
 *   <li>{@code schema_version}: 1
 *   <li>{@code environment}, {@code project}: texts, or null where the output {@code databot} does not say them
 *   <li>{@code origin}, {@code lineage}, {@code serial}: where the state was read, and which one it is; the serial is a text,
 *       for it may have 64 bits
 *   <li>{@code buckets}, {@code service_accounts}, {@code workbenches}, {@code services}, {@code jobs}: lists of objects, each
 *       with {@code address}, {@code module} (empty for the root module), {@code labels}, {@code tainted}, and what its kind
 *       has; one that cannot be read has {@code address}, {@code module} and {@code problem} instead
 *   <li>{@code links}: a list of {@code from}, {@code to} (addresses) and {@code label}
 *   <li>{@code others}: a list of {@code module}, {@code type} and {@code count}
 *   <li>{@code outputs}: the names of the outputs, no values
 * </ul>
 */
public final class InventoryJson {

    private InventoryJson() {}

    /** The whole document; nothing in it is sensitive. */
    public static StateValue of(Inventory inventory) {
        Map<String, StateValue> document = new LinkedHashMap<>();
        document.put("schema_version", StateValue.of(1));
        document.put("environment", text(inventory.environment()));
        document.put("project", text(inventory.project()));
        document.put("origin", StateValue.of(inventory.origin()));
        document.put("lineage", StateValue.of(inventory.lineage()));
        document.put("serial", StateValue.of(Long.toUnsignedString(inventory.serial())));
        for (Kind kind : Kind.values()) {
            List<StateValue> items = inventory.all(kind).stream()
                    .map(item -> StateValue.of(item.fields()))
                    .toList();
            document.put(kind.plural(), StateValue.of(items));
        }
        document.put(
                "links",
                list(inventory.links().stream().map(InventoryJson::link).toList()));
        document.put(
                "others",
                list(inventory.others().stream().map(InventoryJson::others).toList()));
        document.put(
                "outputs", list(inventory.outputs().stream().map(StateValue::of).toList()));
        return StateValue.of(document);
    }

    private static StateValue link(Link link) {
        Map<String, StateValue> fields = new LinkedHashMap<>();
        fields.put("from", StateValue.of(link.from().address().toString()));
        fields.put("to", StateValue.of(link.to().address().toString()));
        fields.put("label", StateValue.of(link.label()));
        return StateValue.of(fields);
    }

    private static StateValue others(Others others) {
        Map<String, StateValue> fields = new LinkedHashMap<>();
        fields.put("module", StateValue.of(others.module()));
        fields.put("type", StateValue.of(others.type()));
        fields.put("count", StateValue.of(others.count()));
        return StateValue.of(fields);
    }

    private static StateValue list(List<StateValue> values) {
        return StateValue.of(values);
    }

    private static StateValue text(Optional<String> text) {
        return text.map(StateValue::of).orElse(StateValue.ofNull());
    }
}
