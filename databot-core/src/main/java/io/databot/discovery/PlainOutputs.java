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
                    .flatMap(StateValue::string)
                    .flatMap(text -> agreeing(kind, text, "output." + output, name))
                    .ifPresent(found::add);
        }
        Optional.ofNullable(state.outputs().get(kind.contractKey()))
                .filter(value -> value.kind() == StateValue.Kind.MAP)
                .ifPresent(value -> found.addAll(fromMap(kind, value, name)));
        return found;
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
        for (Map.Entry<String, StateValue> entry : map.asMap().entrySet()) {
            boolean wanted = name.map(own -> Words.same(entry.getKey(), own))
                    .orElse(entry.getKey().equals(environment)
                            || entry.getKey().equals(DEFAULT_NAME)
                            || map.asMap().size() == 1);
            if (wanted) {
                String source = "output." + kind.contractKey() + "[\"" + entry.getKey() + "\"]";
                entry.getValue()
                        .string()
                        .flatMap(text -> agreeing(kind, text, source, name))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** The thing that the output names, unless the resource itself, where the state has it, is another environment's. */
    private Optional<Discovered> agreeing(ResourceKind kind, String text, String source, Optional<String> name) {
        Optional<Candidate> resource = candidates.stream()
                .filter(candidate -> candidate.name().equals(text))
                .findFirst();
        boolean elsewhere = text.isBlank()
                || resource.map(candidate -> candidate.labelledOtherwise(environment))
                        .orElse(Words.namesAnother(text, environment));
        if (elsewhere) {
            return Optional.empty();
        }
        Map<String, StateValue> details = resource.map(
                        candidate -> candidate.discovered(Rule.OUTPUT).details())
                .orElse(Map.of());
        return Optional.of(
                new Discovered(kind, text, name, resource.flatMap(Candidate::role), Rule.OUTPUT, source, details));
    }
}
