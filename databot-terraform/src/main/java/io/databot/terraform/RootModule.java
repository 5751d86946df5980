package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.spi.RecordedBackend;
import io.databot.state.StateValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

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
    private final Surroundings surroundings;
    private final StateValue backend;

    RootModule(Path directory, Surroundings surroundings) {
        this.directory = directory;
        this.surroundings = surroundings;
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
        Optional<String> named = workspaceOf(surroundings, directory.toString());
        return named.orElseGet(() -> read(dataDirectory().resolve("environment"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty())
                .map(name -> requireSafe(
                        name, directory.toString(), "Select another with: terraform workspace select NAME."))
                .orElse(DEFAULT_WORKSPACE));
    }

    /** The workspace that TF_WORKSPACE names. */
    static Optional<String> workspaceOf(Surroundings surroundings, String where) {
        return surroundings
                .variable("TF_WORKSPACE")
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
     * Where the state of a workspace is, whichever backend keeps it; empty if that backend can have no such workspace.
     *
     * @throws io.databot.failure.UnsupportedFailure if that backend is not read
     */
    Optional<Place> placeOf(String workspace) {
        Optional<String> remote = remoteBackend();
        if (remote.isEmpty()) {
            return Optional.of(new Place.LocalFile(stateOf(workspace)));
        }
        String type = remote.get();
        StateValue config = backend.entry("config").orElse(StateValue.ofNull());
        if (type.equals("gcs")) {
            return Optional.of(GcsBackend.recorded(directory, config).stateOf(workspace));
        }
        return surroundings
                .backends()
                .ofType(type)
                .orElseThrow(() -> Elsewhere.backend(directory, type))
                .recorded(new RecordedBackend(directory.toString(), type, config), workspace, surroundings.variables())
                .map(Place.Remote::new);
    }

    /**
     * Where the state is that Terraform would use.
     *
     * @throws InvalidRequestFailure if the backend can have no workspace of the selected name
     */
    Place selectedPlace() {
        String workspace = selectedWorkspace();
        return placeOf(workspace)
                .orElseThrow(() -> new InvalidRequestFailure(FailureDetails.of(
                        "find state",
                        directory.toString(),
                        "workspace " + workspace + " is selected, which its backend cannot have",
                        "Correct or unset TF_WORKSPACE, or select one with: terraform workspace select NAME.")));
    }

    private Optional<String> configured(String name) {
        return backend.entry("config")
                .flatMap(config -> config.entry(name))
                .flatMap(StateValue::string)
                .filter(text -> !text.isEmpty());
    }

    private Path dataDirectory() {
        return within(surroundings.variable("TF_DATA_DIR").orElse(".terraform"));
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
