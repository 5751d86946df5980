package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Serves rewrites, which may take several calls. */
final class RewriteCalls {
    private static final long MEBIBYTE = 1 << 20;

    private final Store store;
    private final Resources resources;
    private final Map<String, Progress> underWay = new ConcurrentHashMap<>();
    private final AtomicLong bytesPerCall = new AtomicLong(Long.MAX_VALUE);

    RewriteCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    /** Copies at most so many bytes in one call, whatever the caller allows. */
    void limit(long bytes) {
        bytesPerCall.set(bytes);
    }

    Reply rewrite(Call call, Route route) {
        ObjectName.require(route.target().object());
        Bucket target = store.bucket(route.target().bucket());
        Progress before = progress(call, route);
        StoredObject source = before.source();
        target.require(route.target().object(), Conditions.of(call));
        long size = source.content().size();
        long copied = size - before.copied() <= step(call) ? size : before.copied() + step(call);
        ObjectNode body = Json.object().put("kind", "storage#rewriteResponse");
        body.put("totalBytesRewritten", Long.toString(copied));
        body.put("objectSize", Long.toString(size));
        body.put("done", copied == size);
        if (copied == size) {
            StoredObject copy = target.put(route.target().object(), CopyCalls.draft(source, call), Conditions.of(call));
            body.set("resource", resources.object(copy));
        } else {
            String token = UUID.randomUUID().toString();
            underWay.put(token, new Progress(route, source, copied));
            body.put("rewriteToken", token);
        }
        return Reply.json(200, body);
    }

    private Progress progress(Call call, Route route) {
        Optional<String> token = call.query("rewriteToken");
        if (token.isEmpty()) {
            return new Progress(route, CopyCalls.source(store, call, route), 0);
        }
        Progress known = underWay.remove(token.get());
        if (known == null || !known.route().equals(route)) {
            throw ApiError.invalid("Invalid rewrite token.");
        }
        return known;
    }

    private long step(Call call) {
        OptionalLong allowed = call.number("maxBytesRewrittenPerCall");
        if (allowed.isPresent() && (allowed.getAsLong() <= 0 || allowed.getAsLong() % MEBIBYTE != 0)) {
            throw ApiError.invalid("maxBytesRewrittenPerCall must be a positive multiple of 1 MiB.");
        }
        return Math.min(allowed.orElse(Long.MAX_VALUE), bytesPerCall.get());
    }

    /** A rewrite that has not come to its end: from which generation, and how far. */
    private record Progress(Route route, StoredObject source, long copied) {}
}
