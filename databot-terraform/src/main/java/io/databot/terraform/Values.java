package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.StateValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns JSON into exact values. */
final class Values {

    /** With its name, its place in a list or map, and the copies that marking secrets makes. */
    private static final long BYTES_FOR_VALUE = 256;

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

    /**
     * All of a text, known to be JSON.
     *
     * @throws io.databot.failure.StateFailure if it has more values than this process can be expected to hold: two bytes
     *     of text are enough for one
     */
    static StateValue whole(StateText text) {
        return whole(text, Runtime.getRuntime().maxMemory() / BYTES_FOR_VALUE);
    }

    static StateValue whole(StateText text, long limit) {
        try (JsonParser counted = text.parser();
                JsonParser json = text.parser()) {
            if (count(counted) > limit) {
                throw text.refusals()
                        .refuse(
                                Problem.TOO_LARGE,
                                "it has more than " + limit + " values, which this process has not the memory for",
                                "Give it more (-Xmx), or read the state file itself, whose values take memory only when"
                                        + " they are asked for: " + Refusals.PULL + ".");
            }
            json.nextToken();
            return read(json);
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    private static long count(JsonParser json) throws IOException {
        long count = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            count += token.isStructStart() || token.isScalarValue() ? 1 : 0;
        }
        return count;
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
