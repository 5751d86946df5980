package io.databot.discovery;

import io.databot.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What each level of discovery finds in one state for one kind. */
final class Levels {

    private final State state;
    private final String environment;
    private final ResourceKind kind;
    private final List<Candidate> candidates;

    Levels(State state, String environment, ResourceKind kind) {
        this.state = state;
        this.environment = environment;
        this.kind = kind;
        this.candidates = kind.types().stream()
                .flatMap(type -> state.instances(type).stream())
                .flatMap(instance -> Candidate.of(kind, instance).stream())
                .toList();
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<Discovered> at(Rule rule, Optional<String> name) {
        return switch (rule) {
            case SETTING -> List.of();
            case CONTRACT ->
                contract().stream()
                        .filter(one -> name.isEmpty() || goesBy(one, name.get()))
                        .toList();
            case OUTPUT -> new PlainOutputs(state, environment, candidates).find(kind, name);
            default -> among(rule, belongs(rule), name);
        };
    }

    /** Everything at this level, whatever its name. */
    List<Discovered> everything(Rule rule) {
        return switch (rule) {
            case SETTING, OUTPUT -> List.of();
            case CONTRACT -> contract();
            default -> among(rule, belongs(rule), Optional.empty());
        };
    }

    private List<Discovered> contract() {
        return Contract.of(state, environment)
                .map(contract -> contract.all(kind))
                .orElse(List.of());
    }

    private static boolean goesBy(Discovered one, String name) {
        return one.key().filter(name::equals).isPresent()
                || one.role().filter(name::equals).isPresent()
                || one.name().equals(name);
    }

    private List<Discovered> among(Rule rule, Predicate<Candidate> belongs, Optional<String> name) {
        return candidates.stream()
                .filter(belongs)
                .filter(candidate -> name.isEmpty()
                        || candidate.goesBy(name.get())
                        || name.get().equals(candidate.name()))
                .map(candidate -> candidate.discovered(rule))
                .toList();
    }

    private Predicate<Candidate> belongs(Rule rule) {
        Predicate<Candidate> agrees = candidate -> !candidate.labelledOtherwise(environment);
        return switch (rule) {
            case DATABOT_LABELS -> candidate -> candidate.labelled(environment, "databot_environment");
            case LABELS ->
                candidate -> candidate.labelled(environment, "environment", "env")
                        && !candidate.labelledOtherwise(environment);
            case KEY -> agrees.and(candidate -> candidate.keyed(environment));
            case TOKEN -> agrees.and(candidate -> candidate.hasWords(environment));
            default -> candidate -> !candidate.belongsElsewhere(environment);
        };
    }
}
