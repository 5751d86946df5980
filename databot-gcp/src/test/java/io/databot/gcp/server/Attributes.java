package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The fields of an object that its owner sets. Immutable. */
final class Attributes {
    static final Attributes NONE = new Attributes(Json.object());

    private static final List<String> WRITABLE = List.of(
            "cacheControl",
            "contentDisposition",
            "contentEncoding",
            "contentLanguage",
            "contentType",
            "customTime",
            "eventBasedHold",
            "metadata",
            "storageClass",
            "temporaryHold");

    private static final int MOST_METADATA = 8 * 1024;

    private final ObjectNode fields;

    private Attributes(ObjectNode fields) {
        this.fields = fields;
    }

    /** The writable fields of an object resource; others, and nulls, are passed over as Google does. */
    static Attributes of(JsonNode resource) {
        return NONE.patched(resource);
    }

    Optional<String> text(String field) {
        return Json.text(fields, field);
    }

    /** With {@code value} unless the field is set already. */
    Attributes withDefault(String field, Optional<String> value) {
        if (value.isEmpty() || fields.has(field)) {
            return this;
        }
        return new Attributes(fields.deepCopy().put(field, value.get()));
    }

    /** With the fields of the patch, without those it sets to null; {@code metadata} is merged entry by entry. */
    Attributes patched(JsonNode patch) {
        ObjectNode merged = fields.deepCopy();
        for (String field : WRITABLE) {
            if (patch.has(field)) {
                merge(merged, field, patch.path(field));
            }
        }
        Attributes result = new Attributes(merged);
        result.requireSmallMetadata();
        return result;
    }

    void writeTo(ObjectNode resource) {
        resource.setAll(fields.deepCopy());
    }

    private static void merge(ObjectNode merged, String field, JsonNode value) {
        if (value.isNull()) {
            merged.remove(field);
        } else if (field.equals("metadata")) {
            ObjectNode entries = merged.path(field) instanceof ObjectNode old ? old : Json.object();
            value.properties().forEach(entry -> mergeEntry(entries, entry.getKey(), entry.getValue()));
            merged.set(field, entries);
        } else {
            merged.set(field, value.deepCopy());
        }
    }

    private static void mergeEntry(ObjectNode entries, String key, JsonNode value) {
        if (value.isNull()) {
            entries.remove(key);
        } else {
            entries.put(key, value.asText());
        }
    }

    private void requireSmallMetadata() {
        long bytes = fields.path("metadata").properties().stream()
                .mapToLong(entry ->
                        length(entry.getKey()) + length(entry.getValue().asText()))
                .sum();
        if (bytes > MOST_METADATA) {
            throw ApiError.invalid(
                    "Metadata total size of %d bytes exceeds the maximum of %d bytes.".formatted(bytes, MOST_METADATA));
        }
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
