package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secret texts of one state, so that copies of them are known as secrets too: Terraform loses the mark on the way
 * through some resources, such as {@code terraform_data}.
 *
 * <p>Looked for when the first attributes are asked for. Thread-safe once the state is read.
 */
final class Secrets {

    /** Shorter texts turn up elsewhere by chance. */
    private static final int MIN_LENGTH = 8;

    private final List<LazyInstance> bearers = new ArrayList<>();
    private volatile @Nullable Set<String> texts;

    /** Adds an instance that holds secrets. */
    void add(LazyInstance bearer) {
        bearers.add(bearer);
    }

    /** The value with every copy of a secret marked. */
    StateValue mark(StateValue value) {
        Set<String> known = texts;
        if (known == null) {
            known = new HashSet<>();
            for (LazyInstance bearer : bearers) {
                collect(bearer.marked(), known);
            }
            texts = known;
        }
        return known.isEmpty() ? value : mark(value, known);
    }

    private static void collect(StateValue value, Set<String> found) {
        switch (value.kind()) {
            case STRING -> {
                if (value.sensitive() && value.asString().length() >= MIN_LENGTH) {
                    found.add(value.asString());
                }
            }
            case LIST -> {
                for (StateValue element : value.asList()) {
                    collect(element, found);
                }
            }
            case MAP -> {
                for (StateValue entry : value.asMap().values()) {
                    collect(entry, found);
                }
            }
            default -> {
                // Numbers and truth values are too common to be recognised.
            }
        }
    }

    private static StateValue mark(StateValue value, Set<String> known) {
        if (value.sensitive()) {
            return value;
        }
        return switch (value.kind()) {
            case STRING -> known.contains(value.asString()) ? value.asSensitive() : value;
            case LIST -> {
                List<StateValue> elements = new ArrayList<>();
                for (StateValue element : value.asList()) {
                    elements.add(mark(element, known));
                }
                yield StateValue.of(elements);
            }
            case MAP -> {
                Map<String, StateValue> entries = new LinkedHashMap<>();
                for (Map.Entry<String, StateValue> entry : value.asMap().entrySet()) {
                    entries.put(entry.getKey(), mark(entry.getValue(), known));
                }
                yield StateValue.of(entries);
            }
            default -> value;
        };
    }
}
