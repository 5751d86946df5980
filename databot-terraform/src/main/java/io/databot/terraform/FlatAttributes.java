package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Attributes as Terraform 0.11 kept them, all texts in one flat map: {@code labels.%}, {@code labels.env},
 * {@code rule.#}, {@code rule.0.action}. A state of version 4 holds them until the resource's next refresh.
 */
final class FlatAttributes {

    /** No provider nests so deep; unfolding recurses. */
    private static final int MAX_DEPTH = 100;

    private final TreeMap<String, StateValue> flat;

    private FlatAttributes(Map<String, StateValue> flat) {
        this.flat = new TreeMap<>(flat);
    }

    /** The same attributes as a tree; without a schema every leaf stays a text. */
    static StateValue unfold(Map<String, StateValue> flat) {
        boolean tooDeep = flat.keySet().stream()
                .anyMatch(key -> key.chars().filter(c -> c == '.').count() > MAX_DEPTH);
        return tooDeep ? StateValue.of(flat) : new FlatAttributes(flat).object("");
    }

    private StateValue object(String prefix) {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        for (String name : names(prefix)) {
            entries.put(name, at(prefix + name));
        }
        return StateValue.of(entries);
    }

    private StateValue at(String path) {
        StateValue leaf = flat.get(path);
        if (leaf != null) {
            return leaf;
        }
        if (flat.containsKey(path + ".%")) {
            return map(path + ".");
        }
        if (flat.containsKey(path + ".#")) {
            return list(path + ".");
        }
        return object(path + ".");
    }

    /** Keys of a map may hold dots; its values are always leaves. */
    private StateValue map(String prefix) {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        below(prefix).forEach((key, value) -> {
            String name = key.substring(prefix.length());
            if (!name.equals("%")) {
                entries.put(name, value);
            }
        });
        return StateValue.of(entries);
    }

    private StateValue list(String prefix) {
        List<StateValue> elements = names(prefix).stream()
                .filter(name -> name.chars().allMatch(c -> c >= '0' && c <= '9'))
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length()))
                .map(name -> at(prefix + name))
                .toList();
        return StateValue.of(elements);
    }

    /** The first steps below a prefix. */
    private Set<String> names(String prefix) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : below(prefix).keySet()) {
            String rest = key.substring(prefix.length());
            int dot = rest.indexOf('.');
            names.add(dot < 0 ? rest : rest.substring(0, dot));
        }
        return names;
    }

    private SortedMap<String, StateValue> below(String prefix) {
        return prefix.isEmpty() ? flat : flat.subMap(prefix, prefix + Character.MAX_VALUE);
    }
}
