package io.databot.examples;

import io.databot.Databot;
import io.databot.state.State;
import io.databot.terraform.TerraformState;
import java.util.Optional;

/**
 * The state that a command line names: {@code dev} is an environment, whatever has a slash, a dot or a colon is a place. A
 * place is a file, a directory in which Terraform is run, {@code gs://BUCKET/PATH} or another address that Databot reads.
 * Without a word it is the place in DATABOT_STATE, or else the environment {@code dev}.
 *
 * <p>A place is read without the settings and the wiring of an environment, which a local file has no use for.
 */
final class StateArgument {

    private static final String STANDARD = "dev";

    private StateArgument() {}

    static State read(Optional<String> word) {
        if (word.isPresent()) {
            return isPlace(word.get()) ? at(word.get()) : of(word.get());
        }
        String variable = System.getenv("DATABOT_STATE");
        return variable == null || variable.isEmpty() ? of(STANDARD) : at(variable);
    }

    private static boolean isPlace(String word) {
        return word.indexOf('/') >= 0 || word.indexOf('\\') >= 0 || word.indexOf('.') >= 0 || word.indexOf(':') >= 0;
    }

    private static State at(String place) {
        try (CloudStorage cloud = new CloudStorage()) {
            return TerraformState.at(place).storage(cloud).readOnce();
        }
    }

    private static State of(String environment) {
        try (Databot databot = Databot.open(environment)) {
            return databot.state();
        }
    }
}
