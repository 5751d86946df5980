package io.databot.terraform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Jackson says about some bytes: the oracle of random tests.
 *
 * <p>Objects become maps, arrays lists, numbers {@link BigDecimal}s, and null null. Refused are, beside what is not JSON,
 * bytes that are not UTF-8, a name that stands twice in one object, and anything after the end.
 */
final class StrictJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /** @throws IOException if Jackson refuses it */
    static Object read(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            if (b == 0) {
                // Jackson takes one for the end of a number that is all there is.
                throw new IOException("a NUL has no place in JSON");
            }
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        int start = text.startsWith("\ufeff") ? "\ufeff".getBytes(StandardCharsets.UTF_8).length : 0;
        try (JsonParser json = FACTORY.createParser(bytes, start, bytes.length - start)) {
            json.nextToken();
            Object value = value(json);
            if (json.nextToken() != null) {
                throw new IOException("something follows");
            }
            return value;
        }
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new IOException("nothing");
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> wellFormed(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(json.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> entries = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = wellFormed(json.currentName());
            json.nextToken();
            entries.put(name, value(json));
        }
        return entries;
    }

    private static List<Object> array(JsonParser json) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }

    /** Go's JSON, and so Terraform, replaces halves of surrogate pairs. */
    static String wellFormed(String text) {
        int[] characters = text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .toArray();
        return new String(characters, 0, characters.length);
    }
}
