package io.databot.examples.inventory;

import io.databot.state.Address;
import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a state has, without anything that it marks as sensitive.
 *
 * @param environment the environment, where the output {@code databot} says it
 * @param project the project, where the output {@code databot} says it
 * @param origin where the state was read
 * @param lineage the identity of its history
 * @param serial the version within it
 * @param items the resources that are shown one by one, by kind
 * @param others how many there are of every other type, by module
 * @param links how the items have to do with one another
 * @param outputs the names of the outputs
 */
public record Inventory(
        Optional<String> environment,
        Optional<String> project,
        String origin,
        String lineage,
        long serial,
        List<Item> items,
        List<Others> others,
        List<Link> links,
        List<String> outputs) {

    public Inventory {
        items = List.copyOf(items);
        others = List.copyOf(others);
        links = List.copyOf(links);
        outputs = List.copyOf(outputs);
    }

    public static Inventory of(State original) {
        State state = Redacted.of(original);
        List<Item> items = Items.of(state);
        Optional<StateValue> contract = Optional.ofNullable(state.outputs().get("databot"));
        return new Inventory(
                contract.flatMap(output -> text(output, "environment")),
                contract.flatMap(output -> text(output, "project_id")),
                state.origin(),
                state.lineage(),
                state.serial(),
                items,
                others(state, items),
                Links.of(state, items),
                List.copyOf(state.outputs().keySet()));
    }

    private static Optional<String> text(StateValue output, String key) {
        return output.entry(key).flatMap(StateValue::string);
    }

    private static List<Others> others(State state, List<Item> items) {
        Set<Address> shown = items.stream().map(Item::address).collect(Collectors.toSet());
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        state.instances().stream()
                .filter(instance -> instance.deposedKey().isEmpty())
                .map(instance -> instance.address())
                .filter(address -> !shown.contains(address))
                .forEach(address -> counts.computeIfAbsent(module(address), module -> new LinkedHashMap<>())
                        .merge(type(address), 1, Integer::sum));
        List<Others> others = new ArrayList<>();
        counts.forEach((module, types) -> types.forEach((type, count) -> others.add(new Others(module, type, count))));
        return others;
    }

    /** The address of a resource's module; empty for the root module. */
    static String module(Address address) {
        return address.modules().stream().map(Address.ModuleStep::toString).collect(Collectors.joining("."));
    }

    private static String type(Address address) {
        return (address.mode() == ResourceMode.DATA ? "data." : "") + address.type();
    }

    /** The items of a kind, in the order of the state. */
    List<Item> all(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** What it is of, in a few words. */
    String title() {
        return environment.map(name -> "Environment " + name).orElse("Terraform state")
                + project.map(id -> ", project " + id).orElse("");
    }

    /** Where it was read, in a few words. */
    String source() {
        return "read from " + origin + ", serial " + Long.toUnsignedString(serial);
    }
}
