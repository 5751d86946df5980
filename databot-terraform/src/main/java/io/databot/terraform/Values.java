package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.state.StateValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns JSON into exact values. */
final class Values {

    private Values() {}

    /** The value at hand; the parser is left at its last token. */
    static StateValue read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> StateValue.of(wellFormed(json.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> StateValue.of(Json.number(json));
            case VALUE_TRUE -> StateValue.of(true);
            case VALUE_FALSE -> StateValue.of(false);
            default -> StateValue.ofNull();
        };
    }

    /** All of a text whose JSON is one object, known to be whole. */
    static StateValue whole(StateText text) {
        try (JsonParser json = text.parser()) {
            json.nextToken();
            return read(json);
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    private static StateValue object(JsonParser json) throws IOException {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = wellFormed(json.currentName());
            json.nextToken();
            entries.put(name, read(json));
        }
        return StateValue.of(entries);
    }

    private static StateValue array(JsonParser json) throws IOException {
        List<StateValue> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(json));
        }
        return StateValue.of(elements);
    }

    /** Half of a surrogate pair, which only an escape can bring in, becomes U+FFFD, as it does in Terraform. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c <= 0xffff && Character.isSurrogate((char) c) ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
