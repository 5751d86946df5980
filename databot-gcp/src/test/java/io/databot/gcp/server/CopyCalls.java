package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Serves what makes objects out of objects in one call: copy, move and compose. */
final class CopyCalls {
    private static final int MOST_SOURCES = 32;

    private final Store store;
    private final Resources resources;

    CopyCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    Reply copy(Call call, Route route) {
        StoredObject source = source(store, call, route);
        StoredObject copy = store.bucket(route.target().bucket())
                .put(ObjectName.require(route.target().object()), draft(source, call), Conditions.of(call));
        return Reply.json(200, resources.object(copy));
    }

    Reply move(Call call, Route route) {
        StoredObject moved = store.bucket(route.place().bucket())
                .move(
                        route.place().object(),
                        ObjectName.require(route.target().object()),
                        Conditions.ofSource(call),
                        Conditions.of(call));
        return Reply.json(200, resources.object(moved));
    }

    Reply compose(Call call, Route route) {
        ObjectNode body = call.json();
        Bucket bucket = store.bucket(route.place().bucket());
        List<StoredObject> sources = sources(bucket, body.path("sourceObjects"));
        Bytes content = Bytes.join(sources.stream().map(StoredObject::content).toList());
        int components = sources.stream()
                .mapToInt(source -> Math.max(1, source.draft().components()))
                .sum();
        StoredObject.Draft draft = new StoredObject.Draft(
                content, Checksums.ofComposed(content), Attributes.of(body.path("destination")), components);
        StoredObject composed = bucket.put(ObjectName.require(route.place().object()), draft, Conditions.of(call));
        return Reply.json(200, resources.object(composed));
    }

    /** The source of a copy, its conditions checked. */
    static StoredObject source(Store store, Call call, Route route) {
        StoredObject source =
                store.bucket(route.place().bucket()).get(route.place().object(), call.number("sourceGeneration"));
        Conditions.ofSource(call).requireForWrite(Optional.of(source));
        return source;
    }

    /** The source's bytes with its attributes or, if the call brings any, with those and none of the source's. */
    static StoredObject.Draft draft(StoredObject source, Call call) {
        ObjectNode body = call.json();
        return body.isEmpty() ? source.draft() : source.draft().with(Attributes.of(body));
    }

    private static List<StoredObject> sources(Bucket bucket, JsonNode listed) {
        if (listed.isEmpty()) {
            throw ApiError.required("You must provide at least one source component.");
        }
        if (listed.size() > MOST_SOURCES) {
            throw ApiError.invalid("The number of source components provided (%d) exceeds the maximum (%d)"
                    .formatted(listed.size(), MOST_SOURCES));
        }
        List<StoredObject> sources = new ArrayList<>();
        for (JsonNode node : listed) {
            OptionalLong generation = Json.text(node, "generation")
                    .map(text -> OptionalLong.of(Call.number("generation", text)))
                    .orElse(OptionalLong.empty());
            StoredObject source = bucket.get(Json.text(node, "name").orElse(""), generation);
            Conditions.ofComposeSource(node).requireForWrite(Optional.of(source));
            sources.add(source);
        }
        return sources;
    }
}
