package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An object on its way in: what the caller said about it, and its bytes so far.
 *
 * @param crc32c what the caller expects the checksum to be
 * @param md5 likewise
 */
record Upload(String name, Attributes attributes, Optional<String> crc32c, Optional<String> md5, Bytes content) {

    /** From the metadata that the caller sent, and the parameters and headers that override it. */
    static Upload begin(JsonNode resource, Call call) {
        String name = call.query("name").or(() -> Json.text(resource, "name")).orElse("");
        Attributes attributes = Attributes.of(resource).withDefault("contentEncoding", call.query("contentEncoding"));
        Upload upload = new Upload(
                ObjectName.require(name),
                attributes,
                Json.text(resource, "crc32c"),
                Json.text(resource, "md5Hash"),
                Bytes.EMPTY);
        return upload.withHashes(call.header("x-goog-hash"));
    }

    /** The object that an upload is for, empty if the call names none. */
    static String nameIn(Call call, Operation operation) {
        if (call.query("name").isPresent()) {
            return call.query("name").get();
        }
        try {
            return switch (operation) {
                case UPLOAD_START -> Json.text(call.json(), "name").orElse("");
                case INSERT ->
                    call.queryIs("uploadType", "multipart")
                            ? Json.text(Json.parse(metadataPart(call)), "name").orElse("")
                            : "";
                default -> "";
            };
        } catch (ApiError malformed) {
            return "";
        }
    }

    private static Bytes metadataPart(Call call) {
        return Multipart.first(call.header("content-type"), call.body()).decoded();
    }

    /** Checksums named in a header; those of the metadata stay if it names none. */
    Upload withHashes(Optional<String> header) {
        return new Upload(
                name,
                attributes,
                Checksums.fromHeader(header, "crc32c").or(() -> crc32c),
                Checksums.fromHeader(header, "md5").or(() -> md5),
                content);
    }

    /** The type of the part or request, unless the metadata named one. */
    Upload withContentType(Optional<String> type) {
        return new Upload(name, attributes.withDefault("contentType", type), crc32c, md5, content);
    }

    Upload withContent(Bytes other) {
        return new Upload(name, attributes, crc32c, md5, other);
    }

    /** Checks the checksums, then the conditions, then publishes. */
    StoredObject store(Bucket bucket, Conditions conditions) {
        StoredObject.Draft draft = StoredObject.Draft.of(content, attributes);
        draft.checksums().requireMatch(crc32c, md5);
        return bucket.put(name, draft, conditions);
    }
}
