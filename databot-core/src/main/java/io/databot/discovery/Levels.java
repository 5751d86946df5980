package io.databot.discovery;

import io.databot.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What each level of discovery finds in one state for one kind. */
final class Levels {

    /** The ways in which what the contract has goes by a name, the plainest first. */
    private static final List<Function<Discovered, Stream<String>>> WAYS =
            List.of(one -> one.key().stream(), one -> one.role().stream(), one -> Stream.of(one.name()));

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
                name.map(wanted -> Closest.of(contract(), wanted, WAYS)).orElseGet(this::contract);
            case OUTPUT -> new PlainOutputs(state, environment, candidates).find(kind, name);
            default ->
                discovered(
                        rule,
                        name.map(wanted -> Candidate.goingBy(wanted, belonging(rule)))
                                .orElseGet(() -> belonging(rule)));
        };
    }

    /** Everything at this level, whatever its name. */
    List<Discovered> everything(Rule rule) {
        return switch (rule) {
            case SETTING -> List.of();
            case CONTRACT -> contract();
            case OUTPUT -> new PlainOutputs(state, environment, candidates).all(kind);
            default -> discovered(rule, belonging(rule));
        };
    }

    private List<Discovered> contract() {
        return Contract.of(state, environment)
                .map(contract -> contract.all(kind))
                .orElse(List.of());
    }

    private static List<Discovered> discovered(Rule rule, List<Candidate> found) {
        return found.stream().map(candidate -> candidate.discovered(rule)).toList();
    }

    private List<Candidate> belonging(Rule rule) {
        return candidates.stream().filter(belongs(rule)).toList();
    }

    private Predicate<Candidate> belongs(Rule rule) {
        Predicate<Candidate> agrees = candidate -> !candidate.labelledOtherwise(environment);
        return switch (rule) {
            case DATABOT_LABELS -> candidate -> candidate.labelledByDatabot(environment);
            case LABELS -> candidate -> candidate.labelled(environment);
            case KEY ->
                agrees.and(candidate -> candidate.keyed(environment)
                        && !candidate.signs(environment).overruled());
            case TOKEN ->
                agrees.and(candidate -> candidate.signs(environment).own()
                        && !candidate.signs(environment).clearlyOther());
            default -> candidate -> candidate.unmarked(environment);
        };
    }
}
