package io.databot.discovery;

import io.databot.state.State;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Outputs that name things the way people have always done it: {@code dev_data_bucket}, {@code bucket}, {@code buckets}. */
final class PlainOutputs {

    private static final String DEFAULT_NAME = "data";

    private final State state;
    private final String environment;
    private final List<Candidate> candidates;

    /** @param candidates the resources of the kind that is looked for */
    PlainOutputs(State state, String environment, List<Candidate> candidates) {
        this.state = state;
        this.environment = environment;
        this.candidates = candidates;
    }

    List<Discovered> find(ResourceKind kind, Optional<String> name) {
        List<Discovered> found = new ArrayList<>();
        for (String output : namesOf(kind, environment, name)) {
            Optional.ofNullable(state.outputs().get(output))
                    .flatMap(value -> agreeing(kind, new Said(output, value, "output." + output), name))
                    .ifPresent(found::add);
        }
        map(kind).ifPresent(value -> found.addAll(fromMap(kind, value, name)));
        return found;
    }

    /** What the outputs name without a name being asked for, and all that the map has. */
    List<Discovered> all(ResourceKind kind) {
        List<Discovered> found = new ArrayList<>(find(kind, Optional.empty()));
        map(kind)
                .ifPresent(value ->
                        value.asMap().keySet().forEach(key -> found.addAll(fromMap(kind, value, Optional.of(key)))));
        return found;
    }

    private Optional<StateValue> map(ResourceKind kind) {
        return Optional.ofNullable(state.outputs().get(kind.contractKey()))
                .filter(value -> value.kind() == StateValue.Kind.MAP);
    }

    /**
     * A value that may name the thing.
     *
     * @param label what it is called: the output's name, or the key in the map
     * @param value the value
     * @param source where it stands
     */
    private record Said(String label, StateValue value, String source) {

        /** Only texts; a sensitive one is no name, because names end up in messages. */
        Optional<String> text() {
            return value.sensitive() ? Optional.empty() : value.string().filter(text -> !text.isBlank());
        }
    }

    /** The names of outputs that could name it, for looking and for messages. */
    static Set<String> namesOf(ResourceKind kind, String environment, Optional<String> name) {
        Set<String> names = new LinkedHashSet<>();
        String env = underscored(environment);
        String own = underscored(name.orElse(DEFAULT_NAME));
        for (String suffix : kind.outputSuffixes()) {
            names.add(env + "_" + own + "_" + suffix);
            names.add(own + "_" + suffix);
            if (name.isEmpty()) {
                names.add(env + "_" + suffix);
                names.add(suffix);
            }
        }
        return names;
    }

    private static String underscored(String name) {
        return name.replace('-', '_').replace('.', '_');
    }

    private List<Discovered> fromMap(ResourceKind kind, StateValue map, Optional<String> name) {
        List<Discovered> found = new ArrayList<>();
        map.asMap().forEach((key, value) -> {
            boolean wanted = name.map(own -> Words.same(key, own))
                    .orElse(key.equals(environment)
                            || key.equals(DEFAULT_NAME)
                            || map.asMap().size() == 1);
            if (wanted) {
                Said said = new Said(key, value, "output." + kind.contractKey() + "[\"" + key + "\"]");
                agreeing(kind, said, name).ifPresent(found::add);
            }
        });
        return found;
    }

    /** The thing that the output names, unless it is another environment's by its labels or by what it is called. */
    private Optional<Discovered> agreeing(ResourceKind kind, Said said, Optional<String> name) {
        return said.text().flatMap(text -> {
            Optional<Candidate> resource = candidates.stream()
                    .filter(candidate -> candidate.name().equals(text))
                    .findFirst();
            Signs signs = resource.map(candidate -> candidate.signs(environment))
                    .orElseGet(() -> Signs.of(environment, text));
            boolean labelled = resource.filter(candidate -> candidate.labelled(environment))
                    .isPresent();
            boolean otherwise = resource.filter(candidate -> candidate.labelledOtherwise(environment))
                    .isPresent();
            boolean agrees = !otherwise && (labelled || fits(said.label(), signs));
            return agrees ? Optional.of(discovered(kind, text, said, name, resource)) : Optional.empty();
        });
    }

    /** What is called by the environment's name is believed unless the thing's names clearly speak against it. */
    private boolean fits(String label, Signs signs) {
        Signs called = Signs.of(environment, label);
        if (called.own()) {
            return !signs.overruled();
        }
        return !called.clearlyOther() && !signs.clearlyOther() && (signs.own() || !signs.perhapsOther());
    }

    private static Discovered discovered(
            ResourceKind kind, String text, Said said, Optional<String> name, Optional<Candidate> resource) {
        Map<String, StateValue> details = resource.map(Candidate::details).orElse(Map.of());
        return new Discovered(kind, text, name, resource.flatMap(Candidate::role), Rule.OUTPUT, said.source(), details);
    }
}
