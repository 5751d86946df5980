package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** States where this adapter does not reach: what to do until this adapter reads them. */
final class Elsewhere {

    private static final Map<String, String> BACKEND_BY_SCHEME =
            Map.of("s3", "s3", "http", "http", "https", "http", "azblob", "azurerm", "remote", "remote");

    private Elsewhere() {}

    /** The backend's configuration may hold secrets, so that only its type is told. */
    static UnsupportedFailure backend(Path directory, String type) {
        return new UnsupportedFailure(FailureDetails.of(
                "read state",
                directory.toString(),
                "its state is kept in a backend of type " + type + ", which this adapter does not read",
                pull(directory)));
    }

    /** How to get at a state that Terraform can read. */
    static String pull(Path directory) {
        return "Write it to a file, readable by you alone: terraform -chdir=" + directory
                + " state pull > FILE; then set state.location (DATABOT_STATE) to FILE.";
    }

    /** The state is in Google Cloud Storage, and nothing here reads that. */
    static UnsupportedFailure withoutStorage(String reason) {
        return new UnsupportedFailure(FailureDetails.of(
                Refusals.OPERATION,
                "gs://...",
                reason,
                "Add the artifact databot-gcp, whose storage service reads it; or write it to a file, readable by you alone:"
                        + " terraform state pull > FILE; then set state.location (DATABOT_STATE) to FILE."));
    }

    /** Of the address only its scheme is told: the rest may hold a password or a signature. */
    static UnsupportedFailure address(String scheme) {
        String backend = BACKEND_BY_SCHEME.getOrDefault(scheme.toLowerCase(Locale.ROOT), scheme);
        return new UnsupportedFailure(FailureDetails.of(
                "read state",
                scheme + "://...",
                "states at such addresses (backend " + backend + ") are not read by this adapter",
                "Write it to a file, readable by you alone: terraform state pull > FILE; then set state.location"
                        + " (DATABOT_STATE) to FILE."));
    }
}
