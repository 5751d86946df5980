package io.databot.terraform;

import io.databot.state.StateValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which parts of a value are sensitive: a tree of steps into it, grown path by path. */
final class Marks {

    /** A step that stands for every entry or element. */
    static final Object ANY = new Object();

    private boolean whole;
    private final Map<Object, Marks> steps = new HashMap<>();

    /** Marks what a path leads to: names ({@link String}), positions ({@link Long}) and {@link #ANY}. */
    void add(List<?> path) {
        Marks at = this;
        for (Object step : path) {
            at = at.below(step);
        }
        at.whole = true;
    }

    /** Adds the paths of an instance's {@code sensitive_attributes}. What is not understood marks all that it may mean. */
    void addPaths(StateValue paths) {
        if (paths.kind() == StateValue.Kind.LIST) {
            paths.asList().forEach(path -> add(understoodSteps(path)));
        } else if (!paths.isNull()) {
            add(List.of());
        }
    }

    /** Adds a tree of the value's shape that has {@code true} in place of what is sensitive. */
    void addTree(StateValue tree) {
        switch (tree.kind()) {
            case BOOL -> whole |= tree.asBoolean();
            case LIST -> {
                long position = 0;
                for (StateValue element : tree.asList()) {
                    below(position++).addTree(element);
                }
            }
            case MAP -> {
                for (Map.Entry<String, StateValue> entry : tree.asMap().entrySet()) {
                    below(entry.getKey()).addTree(entry.getValue());
                }
            }
            case NULL -> {
                // Nothing is sensitive.
            }
            default -> whole = true;
        }
    }

    private Marks below(Object step) {
        return steps.computeIfAbsent(step, key -> new Marks());
    }

    private static List<Object> understoodSteps(StateValue path) {
        List<Object> steps = new ArrayList<>();
        if (path.kind() == StateValue.Kind.LIST) {
            for (StateValue part : path.asList()) {
                Optional<Object> step = step(part);
                if (step.isEmpty()) {
                    break;
                }
                steps.add(step.get());
            }
        }
        return steps;
    }

    /** One of {@code {"type":"get_attr","value":"a"}} and {@code {"type":"index","value":{"value":0,"type":"number"}}}. */
    private static Optional<Object> step(StateValue part) {
        Optional<StateValue> value = part.entry("value");
        Optional<StateValue> key = value.flatMap(index -> index.entry("value")).or(() -> value);
        return key.flatMap(Marks::nameOrPosition);
    }

    private static Optional<Object> nameOrPosition(StateValue key) {
        if (key.kind() == StateValue.Kind.NUMBER) {
            BigDecimal position = key.asBigDecimal();
            return position.scale() == 0 && position.precision() < 19
                    ? Optional.of(position.longValue())
                    : Optional.empty();
        }
        return key.string().map(name -> name);
    }

    /** Whether anything of this entry may be marked. */
    boolean concern(String name) {
        return whole || steps.containsKey(name) || steps.containsKey(ANY);
    }

    /** The names of what is marked, if that is some entries as a whole and nothing else; else none. */
    List<String> namesOnly() {
        List<String> names = new ArrayList<>();
        for (Map.Entry<Object, Marks> step : steps.entrySet()) {
            if (whole || !step.getValue().whole || !(step.getKey() instanceof String name)) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    /** The value with its sensitive parts marked. */
    StateValue applyTo(StateValue value) {
        if (whole) {
            return value.asSensitive();
        }
        if (steps.isEmpty()) {
            return value;
        }
        return switch (value.kind()) {
            case MAP -> {
                Map<String, StateValue> entries = new LinkedHashMap<>();
                value.asMap().forEach((name, entry) -> entries.put(name, applyTo(entry, name)));
                yield StateValue.of(entries);
            }
            case LIST -> {
                List<StateValue> elements = new ArrayList<>();
                value.asList().forEach(element -> elements.add(applyTo(element, (long) elements.size())));
                yield StateValue.of(elements);
            }
            default -> value;
        };
    }

    /** Likewise, for a part that a step leads to. */
    StateValue applyTo(StateValue part, Object step) {
        if (whole) {
            return part.asSensitive();
        }
        Marks exact = steps.get(step);
        Marks any = steps.get(ANY);
        StateValue marked = exact == null ? part : exact.applyTo(part);
        return any == null ? marked : any.applyTo(marked);
    }
}
