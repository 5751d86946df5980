package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Serves objects' metadata, and deletes. */
final class ObjectCalls {
    private final Store store;
    private final Resources resources;

    ObjectCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    Reply get(Call call, Route route) {
        StoredObject found = bucket(route).get(route.place().object(), call.number("generation"));
        Conditions.of(call).requireForRead(found);
        return Reply.json(200, resources.object(found));
    }

    Reply patch(Call call, Route route) {
        ObjectNode patch = call.json();
        StoredObject changed = bucket(route)
                .update(
                        route.place().object(),
                        call.number("generation"),
                        Conditions.of(call),
                        attributes -> attributes.patched(patch));
        return Reply.json(200, resources.object(changed));
    }

    Reply update(Call call, Route route) {
        Attributes replacement = Attributes.of(call.json());
        StoredObject changed = bucket(route)
                .update(
                        route.place().object(),
                        call.number("generation"),
                        Conditions.of(call),
                        attributes -> replacement);
        return Reply.json(200, resources.object(changed));
    }

    Reply delete(Call call, Route route, Conditions conditions) {
        bucket(route).delete(route.place().object(), call.number("generation"), conditions);
        return Reply.empty(204);
    }

    private Bucket bucket(Route route) {
        return store.bucket(route.place().bucket());
    }
}
