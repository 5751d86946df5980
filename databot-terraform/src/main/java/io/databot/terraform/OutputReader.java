package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.state.StateValue;
import io.databot.terraform.StateText.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the object {@code outputs}: the root module's only, for others are not stored. */
final class OutputReader {

    private final StateText text;
    private final JsonParser json;
    private final Part within;

    private OutputReader(StateText text, JsonParser json, Part within) {
        this.text = text;
        this.json = json;
        this.within = within;
    }

    /** Reads the value at hand. */
    static Map<String, StateValue> read(StateText text, JsonParser json, Part within) throws IOException {
        return new OutputReader(text, json, within).read();
    }

    private Map<String, StateValue> read() throws IOException {
        Map<String, StateValue> outputs = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            require(JsonToken.START_OBJECT, "outputs is not an object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = Values.wellFormed(json.currentName());
                json.nextToken();
                require(JsonToken.START_OBJECT, "an output is not an object");
                outputs.put(name, output());
            }
        }
        return outputs;
    }

    private StateValue output() throws IOException {
        Optional<StateValue> value = Optional.empty();
        boolean sensitive = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "value" -> value = Optional.of(Values.read(json));
                case "sensitive" -> sensitive = sensitive();
                default -> Json.skip(json);
            }
        }
        StateValue known = value.orElseThrow(() -> text.malformed(json, within, "an output has no value"));
        return sensitive ? known.asSensitive() : known;
    }

    private boolean sensitive() {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw text.malformed(json, within, "an output's sensitive is neither true nor false");
        };
    }

    private void require(JsonToken token, String complaint) {
        if (json.currentToken() != token) {
            throw text.malformed(json, within, complaint);
        }
    }
}
