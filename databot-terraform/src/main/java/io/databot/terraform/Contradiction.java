package io.databot.terraform;

import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.List;
import java.util.Optional;

/** What in a state says that it is another environment's. */
final class Contradiction {

    private static final List<String> LABEL_MAPS = List.of("effective_labels", "terraform_labels", "labels");
    private static final List<String> LABELS = List.of("databot_environment", "environment", "env");

    private Contradiction() {}

    /** The first sign of another environment, for a message; it names the place, not the value. */
    static Optional<String> in(State state, String environment) {
        boolean otherOutput = Optional.ofNullable(state.outputs().get("databot"))
                .flatMap(output -> output.entry("environment"))
                .flatMap(StateValue::string)
                .filter(name -> !name.equals(environment))
                .isPresent();
        if (otherOutput) {
            return Optional.of("output.databot.environment names another environment");
        }
        return state.instances().stream()
                .filter(instance -> instance.address().mode() == ResourceMode.MANAGED)
                .flatMap(instance -> in(instance, environment).stream())
                .findFirst();
    }

    private static Optional<String> in(StateInstance instance, String environment) {
        StateValue attributes = instance.attributes();
        for (String map : LABEL_MAPS) {
            for (String label : LABELS) {
                boolean other = attributes
                        .entry(map)
                        .flatMap(labels -> labels.entry(label))
                        .flatMap(StateValue::string)
                        .filter(name -> !name.equals(environment))
                        .isPresent();
                if (other) {
                    return Optional.of(
                            instance.address() + " has a label " + label + " that names another environment");
                }
            }
        }
        return Optional.empty();
    }
}
