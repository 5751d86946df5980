package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What stands at the top of a JSON file that may be a state: enough to say what it is. It is fed every name once, in any
 * order, and then asked.
 */
final class TopLevel {

    static final long KNOWN_VERSION = 4;

    private static final long OLD_VERSION = 3;
    private static final long NONE = -1;
    private static final long NOT_WHOLE = -2;
    private static final Set<String> OUTPUT = Set.of("sensitive", "type", "value");
    private static final Set<String> SHOWN_EMPTY = Set.of("format_version", "terraform_version", "checks");

    private final Set<String> names = new HashSet<>();
    private boolean allAreOutputs = true;
    private long version = NONE;

    /** Reads the names at the top of a whole text. */
    static TopLevel of(StateText text) {
        TopLevel top = new TopLevel();
        try (JsonParser json = text.parser()) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("version")) {
                    top.readVersion(json);
                } else {
                    top.passOver(name, json);
                }
            }
            return top;
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    /** Takes note of a field whose value is not read, and passes over it. */
    void passOver(String name, JsonParser json) throws IOException {
        names.add(name);
        Set<String> fields = new HashSet<>();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (OUTPUT.contains(json.currentName())) {
                    fields.add(json.currentName());
                }
                json.nextToken();
                Json.skip(json);
            }
        } else {
            Json.skip(json);
        }
        allAreOutputs &= fields.size() == OUTPUT.size();
    }

    /** Takes note of the field {@code version}; an output may be called so, too. */
    void readVersion(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            passOver("version", json);
            return;
        }
        boolean small = json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= 9;
        version = small ? Math.max(NOT_WHOLE, json.getLongValue()) : NOT_WHOLE;
        if (json.currentToken().isStructStart()) {
            Json.skip(json);
        }
    }

    boolean versionIsKnown() {
        return version == KNOWN_VERSION;
    }

    /**
     * What the file is.
     *
     * @throws StateFailure if it is not a state that can be read
     */
    StateContent content(Refusals refusals) {
        if (version == NONE && allAreOutputs && !names.isEmpty()) {
            return StateContent.OUTPUT_LISTING;
        }
        if (names.contains("encryption_version") || names.contains("encrypted_data")) {
            return encrypted(refusals);
        }
        if (names.contains("sops")) {
            throw refusals.refuse(
                    Problem.ENCRYPTED, "it is encrypted by SOPS", "Decrypt it first, with: sops decrypt FILE.");
        }
        if (version == NONE) {
            return withoutVersion(refusals);
        }
        if (version == OLD_VERSION) {
            return old(refusals);
        }
        if (version != KNOWN_VERSION) {
            throw refusals.refuse(Problem.UNSUPPORTED_VERSION, versionReason(), versionRemedy());
        }
        return StateContent.VERSION_4;
    }

    /** A state shows its serial and lineage in the clear; a plan has neither. */
    private StateContent encrypted(Refusals refusals) {
        if (!names.contains("serial") && !names.contains("lineage")) {
            throw notAState(refusals, "a plan that OpenTofu encrypted");
        }
        return StateContent.ENCRYPTED;
    }

    private StateContent withoutVersion(Refusals refusals) {
        boolean shown = names.contains("values") || SHOWN_EMPTY.containsAll(names);
        if (names.contains("format_version") && shown && !ForeignJson.isPlan(names)) {
            return StateContent.SHOWN;
        }
        String nothing = "JSON without any field, as terraform output -json prints where there is no output";
        String unknown = names.isEmpty() ? nothing : "JSON without a format version";
        throw notAState(refusals, ForeignJson.named(names).orElse(unknown));
    }

    private StateContent old(Refusals refusals) {
        if (names.contains("modules")) {
            return StateContent.VERSION_3;
        }
        if (names.contains("backend") || names.contains("state_store")) {
            throw backendNote(refusals);
        }
        throw notAState(
                refusals, ForeignJson.named(names).orElse("JSON of a version 3 without the modules that a state has"));
    }

    static StateFailure backendNote(Refusals refusals) {
        return notAState(refusals, "the note that terraform init leaves about the backend");
    }

    static StateFailure notAState(Refusals refusals, String whatItIs) {
        return refusals.refuse(
                Problem.NOT_A_STATE,
                "it is " + whatItIs + ", not a state",
                Refusals.PULL + ", in the directory of the Terraform configuration.");
    }

    private String versionReason() {
        return version < 0
                ? "its format version is not a whole number of at most nine digits"
                : "its format version is " + version + "; this version of Databot reads versions " + OLD_VERSION
                        + " and " + KNOWN_VERSION;
    }

    private String versionRemedy() {
        if (version > KNOWN_VERSION) {
            return "Use a newer Databot, or write the state with Terraform 1.x.";
        }
        return version < 0
                ? Refusals.PULL + "."
                : "It was written by Terraform 0.6 or older: run terraform apply with Terraform 0.12 or newer, which"
                        + " writes it anew.";
    }
}
