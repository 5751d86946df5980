package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Serves listings of objects. */
final class ListCalls {
    private static final int LARGEST_PAGE = 1000;

    private final Store store;
    private final Resources resources;

    ListCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    Reply list(Call call, Route route) {
        if (call.query("matchGlob").isPresent()) {
            throw ApiError.of(501, "notImplemented", "This test server does not match globs.");
        }
        Listing listing = store.bucket(route.place().bucket()).read(objects -> Listing.of(objects, question(call)));
        ObjectNode body = Json.object().put("kind", "storage#objects");
        listing.next().ifPresent(position -> body.put("nextPageToken", token(position)));
        if (!listing.prefixes().isEmpty()) {
            ArrayNode prefixes = body.putArray("prefixes");
            listing.prefixes().forEach(prefixes::add);
        }
        if (!listing.items().isEmpty()) {
            ArrayNode items = body.putArray("items");
            listing.items().forEach(item -> items.add(resources.object(item)));
        }
        return Reply.json(200, body);
    }

    private static Listing.Question question(Call call) {
        int limit = (int) Math.min(LARGEST_PAGE, call.number("maxResults").orElse(LARGEST_PAGE));
        if (limit < 0) {
            throw ApiError.invalid("Invalid unsigned integer value for maxResults");
        }
        return new Listing.Question(
                call.query("prefix").orElse(""),
                call.query("delimiter"),
                call.query("startOffset").orElse(""),
                call.query("endOffset"),
                call.queryIs("includeTrailingDelimiter", "true") ? Listing.Markers.ITEMS_TOO : Listing.Markers.PREFIXES,
                call.queryIs("versions", "true") ? Listing.Scope.ALL_VERSIONS : Listing.Scope.LIVE,
                limit == 0 ? LARGEST_PAGE : limit,
                call.query("pageToken").map(ListCalls::position));
    }

    private static String token(Listing.Position position) {
        String text = position.generation() + ":" + position.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Listing.Position position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(":", 2));
            return new Listing.Position(parts.get(1), Long.parseLong(parts.get(0)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw ApiError.invalid("Invalid page token");
        }
    }
}
