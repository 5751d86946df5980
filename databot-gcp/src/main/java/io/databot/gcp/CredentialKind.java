package io.databot.gcp;

/** Where a Google identity comes from. */
public enum CredentialKind {
    /** None for an emulator; else the file that is set; else the application default. */
    AUTO,
    /** The JSON key file of a service account, or of a user as {@code gcloud} writes it. */
    KEY_FILE,
    /** What Google's libraries find in the environment, in the home directory, or on the machine. */
    APPLICATION_DEFAULT,
    /** The configuration file of a workload identity federation. */
    EXTERNAL_ACCOUNT,
    /** Calls are made without an identity. */
    NONE
}
