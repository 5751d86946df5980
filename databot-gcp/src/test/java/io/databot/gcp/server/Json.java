package io.databot.gcp.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reading and writing of JSON bodies. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The object in the body; an empty body is an empty object. */
    static ObjectNode parse(Bytes body) {
        String text = body.utf8();
        if (text.isBlank()) {
            return object();
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode parsed) {
                return parsed;
            }
            throw ApiError.of(400, "parseError", "Parse Error");
        } catch (JsonProcessingException malformed) {
            throw ApiError.of(400, "parseError", "Parse Error");
        }
    }

    static Bytes write(JsonNode node) {
        try {
            return Bytes.of(MAPPER.writeValueAsBytes(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree can always be written", impossible);
        }
    }

    /** The text at {@code field}, absent if missing, null or empty. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
