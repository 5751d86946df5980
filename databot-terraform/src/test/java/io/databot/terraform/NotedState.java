package io.databot.terraform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests share of states that {@code terraform init} noted the place of: a directory, variables, and a server. */
abstract class NotedState {

    static final String NOTE = ".terraform/terraform.tfstate";

    @TempDir
    Path directory;

    final Map<String, String> variables = new HashMap<>();
    final StateServer server = new StateServer();

    @AfterEach
    final void stop() {
        server.close();
    }

    final TerraformState.Builder builder() {
        return TerraformState.builder("dev")
                .directory(directory)
                .route(server::route)
                .variables(name -> Optional.ofNullable(variables.get(name)));
    }

    final String read() {
        return said(builder());
    }

    static String said(TerraformState.Builder builder) {
        return builder.readOnce().get("output.said").asString();
    }

    /** What {@code terraform init} writes, in a directory below this one, which ends in a slash or is empty. */
    final Tree note(String path, String type, String config) {
        return noteAt(path + NOTE, type, config);
    }

    /** The same, where the data directory is another. */
    final Tree noteAt(String file, String type, String config) {
        return new Tree(directory)
                .write(
                        file,
                        "{\"version\":3,\"terraform_version\":\"1.11.4\",\"backend\":{\"type\":\"" + type
                                + "\",\"config\":{" + config + "},\"hash\":1}}");
    }
}
