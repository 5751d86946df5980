package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Serves buckets. */
final class BucketCalls {
    private final Store store;
    private final Resources resources;

    BucketCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    Reply insert(Call call) {
        ObjectNode body = call.json();
        String name = Json.text(body, "name").orElseThrow(() -> ApiError.required("Required"));
        return Reply.json(200, resources.bucket(store.create(name, body)));
    }

    Reply get(Route route) {
        return Reply.json(200, resources.bucket(store.bucket(route.place().bucket())));
    }

    /** All at once: this server has no bucket pages. */
    Reply list(Call call) {
        String prefix = call.query("prefix").orElse("");
        ObjectNode body = Json.object().put("kind", "storage#buckets");
        ArrayNode items = body.putArray("items");
        store.all().stream()
                .filter(bucket -> bucket.name().startsWith(prefix))
                .forEach(bucket -> items.add(resources.bucket(bucket)));
        return Reply.json(200, body);
    }

    Reply patch(Call call, Route route) {
        Bucket bucket = store.bucket(route.place().bucket());
        bucket.patch(call.json());
        return Reply.json(200, resources.bucket(bucket));
    }

    Reply delete(Route route) {
        store.delete(route.place().bucket());
        return Reply.empty(204);
    }

    Reply layout(Route route) {
        Bucket bucket = store.bucket(route.place().bucket());
        ObjectNode body = Json.object().put("kind", "storage#storageLayout");
        body.put("bucket", bucket.name()).put("location", "US").put("locationType", "multi-region");
        body.putObject("hierarchicalNamespace").put("enabled", false);
        return Reply.json(200, body);
    }
}
