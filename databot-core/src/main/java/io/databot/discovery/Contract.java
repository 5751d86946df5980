package io.databot.discovery;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.state.State;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The output {@code databot}, in which Databot's own Terraform code says what there is without anything to guess. */
final class Contract {

    private static final String OUTPUT = "databot";
    private static final long VERSION = 1;

    private final StateValue value;

    private Contract(StateValue value) {
        this.value = value;
    }

    /**
     * The state's contract; empty if the state publishes none.
     *
     * @throws UnsupportedFailure if its version is not known
     * @throws NotFoundFailure if it is another environment's
     */
    static Optional<Contract> of(State state, String environment) {
        StateValue output = state.outputs().get(OUTPUT);
        if (output == null || output.entry("schema_version").isEmpty()) {
            return Optional.empty();
        }
        Contract contract = new Contract(output);
        contract.requireVersion(state);
        contract.requireEnvironment(state, environment);
        return Optional.of(contract);
    }

    private void requireVersion(State state) {
        StateValue version = value.entry("schema_version").orElseThrow();
        boolean known = version.kind() == StateValue.Kind.NUMBER
                && version.asBigDecimal().compareTo(java.math.BigDecimal.valueOf(VERSION)) == 0;
        if (!known) {
            throw new UnsupportedFailure(FailureDetails.of(
                    "read output databot",
                    state.origin(),
                    "its schema_version is " + version + ", this Databot reads " + VERSION,
                    "Use the Databot release that belongs to the Terraform code."));
        }
    }

    private void requireEnvironment(State state, String environment) {
        text("environment").filter(named -> !named.equals(environment)).ifPresent(named -> {
            throw new NotFoundFailure(FailureDetails.of(
                    "open environment " + environment,
                    state.origin(),
                    "the state is of environment " + named,
                    "Open \"" + named + "\", or point DATABOT_STATE at the state of " + environment + "."));
        });
    }

    Optional<String> text(String key) {
        return value.entry(key).flatMap(StateValue::string);
    }

    /** Everything of a kind, in the order of the output. */
    List<Discovered> all(ResourceKind kind) {
        List<Discovered> found = new ArrayList<>();
        value.entry(kind.contractKey())
                .filter(entries -> entries.kind() == StateValue.Kind.MAP)
                .ifPresent(entries -> entries.asMap()
                        .forEach((key, entry) -> discovered(kind, key, entry).ifPresent(found::add)));
        return found;
    }

    private static Optional<Discovered> discovered(ResourceKind kind, String key, StateValue entry) {
        return entry.entry(kind.nameAttribute())
                .flatMap(StateValue::string)
                .filter(name -> !name.isEmpty())
                .map(name -> new Discovered(
                        kind,
                        name,
                        Optional.of(key),
                        entry.entry("role").flatMap(StateValue::string),
                        Rule.CONTRACT,
                        "output." + OUTPUT + "." + kind.contractKey() + "[\"" + key + "\"]",
                        Map.copyOf(entry.asMap())));
    }
}
