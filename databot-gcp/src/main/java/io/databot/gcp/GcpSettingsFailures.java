package io.databot.gcp;

import io.databot.failure.FailureDetails;
import io.databot.failure.SettingsFailure;
import java.util.List;

/** Settings that are well-formed each and make no sense together, found when the port is first used. */
final class GcpSettingsFailures {

    private GcpSettingsFailures() {}

    static SettingsFailure emulator(String text) {
        return of(GcpSettings.EMULATOR + " is not an address: " + text, "Set it to host:port or http://host:port.");
    }

    static SettingsFailure fileMissing(CredentialKind kind) {
        return of(
                "databot.credentials.kind is " + (kind == CredentialKind.KEY_FILE ? "key-file" : "external-account")
                        + " and databot.credentials.file is not set",
                "Set databot.credentials.file to the path of the JSON file.");
    }

    static SettingsFailure nobodyActsAs(String account) {
        return of(
                "databot.credentials.impersonate is " + account + ", but there is no identity to act as it",
                "Set databot.credentials.kind to something else than none, or drop databot.credentials.impersonate.");
    }

    private static SettingsFailure of(String problem, String remedy) {
        return new SettingsFailure(FailureDetails.of("read settings", "", problem, remedy), List.of(problem));
    }
}
