package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Serves uploads in one request. */
final class InsertCalls {
    private final Store store;
    private final Resources resources;

    InsertCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    Reply insert(Call call, Route route) {
        Upload upload = switch (call.query("uploadType").orElse("")) {
            case "media" -> media(call);
            case "multipart" -> multipart(call);
            default -> throw ApiError.invalid("Invalid upload type.");
        };
        StoredObject stored = upload.store(store.bucket(route.place().bucket()), Conditions.of(call));
        return Reply.json(200, resources.object(stored));
    }

    /** The XML API's PUT. */
    Reply put(Call call, Route route) {
        Upload upload = Upload.begin(Json.object().put("name", route.place().object()), call)
                .withContentType(call.header("content-type"))
                .withContent(call.body());
        StoredObject stored = upload.store(store.bucket(route.place().bucket()), Conditions.ofXml(call));
        return Reply.empty(200)
                .with("ETag", stored.etag())
                .with("x-goog-generation", Long.toString(stored.generation()))
                .with("x-goog-metageneration", "1")
                .with("x-goog-hash", "crc32c=" + stored.draft().checksums().crc32c());
    }

    private static Upload media(Call call) {
        return Upload.begin(Json.object(), call)
                .withContentType(call.header("content-type"))
                .withContent(call.body());
    }

    private static Upload multipart(Call call) {
        List<Multipart.Part> parts = Multipart.parse(call.header("content-type"), call.body());
        if (parts.size() != 2) {
            throw ApiError.of(400, "badRequest", "A multipart upload has two parts, not %d.".formatted(parts.size()));
        }
        ObjectNode resource = Json.parse(parts.get(0).decoded());
        Optional<String> type = parts.get(1).header("content-type");
        return Upload.begin(resource, call)
                .withContentType(type)
                .withContent(parts.get(1).decoded());
    }
}
