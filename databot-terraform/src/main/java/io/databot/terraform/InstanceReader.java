package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.failure.StateFailure;
import io.databot.state.InstanceKey;
import io.databot.terraform.StateText.Part;
import java.io.IOException;
import java.util.Optional;

/** Reads one entry of {@code instances}. {@code private} is the provider's own and is passed over. */
final class InstanceReader {

    private final StateText text;
    private final JsonParser json;
    private final Part within;

    private InstanceKey key = InstanceKey.NONE;
    private boolean tainted;
    private Optional<String> deposedKey = Optional.empty();
    private Optional<Part> attributes = Optional.empty();
    private Optional<Part> flatAttributes = Optional.empty();
    private Optional<Part> sensitive = Optional.empty();

    private InstanceReader(StateText text, JsonParser json, Part within) {
        this.text = text;
        this.json = json;
        this.within = within;
    }

    static RawInstance read(StateText text, JsonParser json, Part within) throws IOException {
        return new InstanceReader(text, json, within).read();
    }

    private RawInstance read() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("an instance is not an object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field(name);
        }
        boolean flat = attributes.isEmpty() && flatAttributes.isPresent();
        return new RawInstance(key, tainted, deposedKey, flat ? flatAttributes : attributes, flat, sensitive);
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "index_key" -> key = key();
            case "status" -> tainted = tainted();
            case "deposed" -> deposedKey = deposedKey();
            case "attributes" -> attributes = object("an instance's attributes");
            case "attributes_flat" -> flatAttributes = object("an instance's attributes_flat");
            case "sensitive_attributes" -> sensitive = sensitive();
            default -> Json.skip(json);
        }
    }

    /** Terraform would cut 1.5 to 1; here a key that is not whole is refused. */
    private InstanceKey key() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> InstanceKey.NONE;
            case VALUE_STRING -> InstanceKey.of(Values.wellFormed(json.getText()));
            case VALUE_NUMBER_INT -> {
                if (json.getTextLength() > 18 || json.getLongValue() < 0) {
                    throw malformed("an index_key is negative or out of bounds");
                }
                yield InstanceKey.of(json.getLongValue());
            }
            default -> throw malformed("an index_key is neither a text nor a whole number");
        };
    }

    private boolean tainted() throws IOException {
        String status = statusOrKey();
        if (!status.isEmpty() && !status.equals("tainted")) {
            throw malformed("an instance's status is not one that this version knows");
        }
        return !status.isEmpty();
    }

    private Optional<String> deposedKey() throws IOException {
        return Optional.of(statusOrKey()).filter(key -> !key.isEmpty());
    }

    private String statusOrKey() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING -> json.getText();
            default -> throw malformed("an instance's status or deposed key is not a text");
        };
    }

    private Optional<Part> object(String what) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed(what + " are not an object");
        }
        return Optional.of(text.skip(json, within));
    }

    /** Mostly an empty list, which is not worth keeping. */
    private Optional<Part> sensitive() throws IOException {
        boolean list = json.currentToken() == JsonToken.START_ARRAY;
        Part part = text.skip(json, within);
        return list && part.to() - part.from() == "[]".length() ? Optional.empty() : Optional.of(part);
    }

    private StateFailure malformed(String reason) {
        return text.malformed(json, within, reason);
    }
}
