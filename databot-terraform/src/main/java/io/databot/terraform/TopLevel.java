package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What stands at the top of a JSON file that may be a state: enough to say what it is if it is none. */
final class TopLevel {

    static final long KNOWN_VERSION = 4;

    private static final long NONE = -1;
    private static final long NOT_WHOLE = -2;

    private final Set<String> names = new HashSet<>();
    private boolean outputListing;
    private long version = NONE;

    /** Takes note of a field whose value is not read, and passes over it. */
    void passOver(String name, JsonParser json) throws IOException {
        names.add(name);
        if (json.currentToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
            outputListing |= json.currentName().equals("sensitive");
            do {
                json.nextToken();
                Json.skip(json);
            } while (json.nextToken() == JsonToken.FIELD_NAME);
        } else {
            Json.skip(json);
        }
    }

    void readVersion(JsonParser json) throws IOException {
        boolean small = json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= 9;
        version = small ? Math.max(NOT_WHOLE, json.getLongValue()) : NOT_WHOLE;
        if (json.currentToken().isStructStart()) {
            Json.skip(json);
        }
    }

    boolean versionIsKnown() {
        return version == KNOWN_VERSION;
    }

    boolean versionIsMissing() {
        return version == NONE;
    }

    /** @throws StateFailure if this is not a state of the known version */
    void requireState(Refusals refusals) {
        if (names.contains("encrypted_data") || names.contains("encryption_version")) {
            throw refusals.refuse(
                    Problem.ENCRYPTED,
                    "the state is encrypted by OpenTofu",
                    "Write it in the clear where it is needed, readable by you alone: tofu state pull > FILE; then set"
                            + " state.location to FILE.");
        }
        if (version == 3 && names.contains("backend") && !names.contains("modules")) {
            throw notAState(refusals, "the note that terraform init leaves about the backend");
        }
        if (version == NONE) {
            throw notAState(refusals, whatItIs());
        }
        if (version != KNOWN_VERSION) {
            throw refusals.refuse(Problem.UNSUPPORTED_VERSION, versionReason(), versionRemedy());
        }
    }

    static StateFailure notAState(Refusals refusals, String whatItIs) {
        return refusals.refuse(
                Problem.NOT_A_STATE,
                "it is " + whatItIs + ", not a state",
                Refusals.PULL + ", in the directory of the Terraform configuration.");
    }

    private String whatItIs() {
        if (names.contains("planned_values") || names.contains("resource_changes")) {
            return "a plan in JSON (terraform show -json PLAN)";
        }
        if (names.contains("format_version")) {
            return "the output of terraform show -json";
        }
        if (names.contains("ID") && names.contains("Operation") && names.contains("Who")) {
            return "a lock file";
        }
        if (outputListing) {
            return "the output of terraform output -json";
        }
        return names.isEmpty() ? "JSON without any field" : "JSON without a format version";
    }

    private String versionReason() {
        return version < 0
                ? "its format version is not a whole number of at most nine digits"
                : "its format version is " + version + "; this version of Databot reads version " + KNOWN_VERSION;
    }

    private String versionRemedy() {
        if (version > KNOWN_VERSION) {
            return "Use a newer Databot, or write the state with Terraform 1.x.";
        }
        return version < 0
                ? Refusals.PULL + "."
                : "It was written by Terraform 0.11 or older: run terraform apply with Terraform 0.12 or newer, which"
                        + " writes it anew.";
    }
}
