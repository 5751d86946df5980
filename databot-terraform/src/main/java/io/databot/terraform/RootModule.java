package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.StateValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A directory in which Terraform is run: which backend {@code terraform init} noted there, which workspace is selected,
 * and where the local backend keeps its states.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/local">The local backend</a>
 */
final class RootModule {

    static final String DEFAULT_WORKSPACE = "default";

    private static final String STATE = "terraform.tfstate";
    private static final int MAX_BYTES = 1 << 20;

    private final Path directory;
    private final Function<String, Optional<String>> variables;
    private final StateValue backend;

    /** @param variables the environment of the process, for {@code TF_WORKSPACE} and {@code TF_DATA_DIR} */
    RootModule(Path directory, Function<String, Optional<String>> variables) {
        this.directory = directory;
        this.variables = variables;
        this.backend = recordedBackend();
    }

    Path directory() {
        return directory;
    }

    /** The type of the backend if it keeps states elsewhere than in local files. */
    Optional<String> remoteBackend() {
        return backend.entry("type").flatMap(StateValue::string).filter(type -> !type.equals("local"));
    }

    /** The workspace that Terraform would use. */
    String selectedWorkspace() {
        Optional<String> named = workspaceOf(variables, directory.toString());
        return named.orElseGet(() -> read(dataDirectory().resolve("environment"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty())
                .map(name -> requireSafe(
                        name, directory.toString(), "Select another with: terraform workspace select NAME."))
                .orElse(DEFAULT_WORKSPACE));
    }

    /** The workspace that TF_WORKSPACE names. */
    static Optional<String> workspaceOf(Function<String, Optional<String>> variables, String where) {
        return variables
                .apply("TF_WORKSPACE")
                .filter(name -> !name.isEmpty())
                .map(name -> requireSafe(name, where, "Correct or unset TF_WORKSPACE."));
    }

    private static String requireSafe(String workspace, String where, String remedy) {
        if (!EnvironmentName.isPathSafe(workspace)) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "find state", where, "the selected workspace's name cannot be a directory's", remedy));
        }
        return workspace;
    }

    /** Where the local backend keeps the state of a workspace. */
    Path stateOf(String workspace) {
        if (workspace.equals(DEFAULT_WORKSPACE)) {
            return within(configured("path").orElse(STATE));
        }
        return within(configured("workspace_dir").orElse(STATE + ".d"))
                .resolve(workspace)
                .resolve(STATE);
    }

    /**
     * Where the state of a workspace is, whichever backend keeps it.
     *
     * @throws io.databot.failure.UnsupportedFailure if that backend is not read
     */
    Place placeOf(String workspace) {
        Optional<String> remote = remoteBackend();
        if (remote.isEmpty()) {
            return new Place.LocalFile(stateOf(workspace));
        }
        if (!remote.get().equals("gcs")) {
            throw Elsewhere.backend(directory, remote.get());
        }
        return GcsBackend.recorded(directory, backend.entry("config").orElse(StateValue.ofNull()))
                .stateOf(workspace);
    }

    private Optional<String> configured(String name) {
        return backend.entry("config")
                .flatMap(config -> config.entry(name))
                .flatMap(StateValue::string)
                .filter(text -> !text.isEmpty());
    }

    private Path dataDirectory() {
        return within(variable("TF_DATA_DIR").orElse(".terraform"));
    }

    private Optional<String> variable(String name) {
        return variables.apply(name).filter(text -> !text.isEmpty());
    }

    private Path within(String path) {
        try {
            return directory.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidRequestFailure(
                    FailureDetails.of(
                            "find state",
                            directory.toString(),
                            "a path in TF_DATA_DIR or in the local backend's configuration is not a path",
                            "Correct it."),
                    e);
        }
    }

    /** What {@code terraform init} noted; null if it noted nothing, which means the local backend as it comes. */
    private StateValue recordedBackend() {
        Path note = dataDirectory().resolve(STATE);
        Optional<byte[]> bytes = read(note);
        if (bytes.isEmpty()) {
            return StateValue.ofNull();
        }
        StateValue content = parsed(note, bytes.get());
        return content.entry("state_store")
                .map(store -> StateValue.of(java.util.Map.of("type", StateValue.of("state_store"))))
                .or(() -> content.entry("backend"))
                .orElse(StateValue.ofNull());
    }

    private static StateValue parsed(Path note, byte[] bytes) {
        try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
            if (json.nextToken() != null) {
                return Values.read(json);
            }
        } catch (IOException e) {
            // Its message quotes the file, whose backend configuration may hold secrets.
        }
        throw new Refusals(note.toString())
                .refuse(
                        Problem.NOT_JSON,
                        "the note of the backend is not JSON",
                        "Run terraform init again in " + note.resolve("../..").normalize() + ".");
    }

    private static Optional<byte[]> read(Path file) {
        return FileBytes.exist(file) ? Optional.of(FileBytes.read(file, MAX_BYTES)) : Optional.empty();
    }
}
