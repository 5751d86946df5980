package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;
import java.nio.file.Path;
import java.util.Map;

/** States that nothing on the class path reads: which artifact does, if there is one, and what to do without. */
final class Elsewhere {

    private static final Map<String, String> ARTIFACTS = Map.of("s3", "databot-s3");
    private static final Map<String, String> BACKEND_BY_SCHEME = Map.of("azblob", "azurerm", "azurerm", "azurerm");

    private Elsewhere() {}

    /** The backend's configuration may hold secrets, so that only its type is told. */
    static UnsupportedFailure backend(Path directory, String type) {
        return new UnsupportedFailure(FailureDetails.of(
                Refusals.OPERATION,
                directory.toString(),
                "its state is kept in a backend of type " + type + ", which nothing on the class path reads",
                artifact(type) + "Or " + pullAfter(directory)));
    }

    private static String artifact(String type) {
        String artifact = ARTIFACTS.get(type);
        return artifact == null
                ? "There is no artifact of Databot's for it; one can be written as an io.databot.spi.StateBackend. "
                : "Add the artifact " + artifact + ", which does. ";
    }

    /** How to get at a state that Terraform can read. */
    static String pull(Path directory) {
        return "Write" + pulled("terraform -chdir=" + directory);
    }

    /** The same, after an alternative and "Or". */
    static String pullAfter(Path directory) {
        return "write" + pulled("terraform -chdir=" + directory);
    }

    private static String pulled(String terraform) {
        return " it to a file, readable by you alone: " + terraform
                + " state pull > FILE; then set state.location (DATABOT_STATE) to FILE.";
    }

    /** The state is in Google Cloud Storage, and nothing here reads that. */
    static UnsupportedFailure withoutStorage(String reason) {
        return new UnsupportedFailure(FailureDetails.of(
                Refusals.OPERATION,
                "gs://...",
                reason,
                "Add the artifact databot-gcp, whose storage service reads it; or write" + pulled("terraform")));
    }

    /**
     * Of the address only its scheme is told: the rest may hold a password or a signature.
     *
     * @param scheme in lower case
     */
    static UnsupportedFailure address(String scheme) {
        String type = BACKEND_BY_SCHEME.getOrDefault(scheme, scheme);
        return new UnsupportedFailure(FailureDetails.of(
                Refusals.OPERATION,
                scheme + "://...",
                "nothing on the class path reads states at such addresses (backend " + type + ")",
                artifact(type) + "Or write" + pulled("terraform")));
    }
}
