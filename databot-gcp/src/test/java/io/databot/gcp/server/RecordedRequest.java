package io.databot.gcp.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the server saw it.
 *
 * @param method the effective one, if {@code X-HTTP-Method-Override} names another
 * @param path as sent, percent-encoded
 * @param query decoded
 * @param headers by lower-case name; repeated ones joined with commas
 * @param bodySize as sent, before any decoding
 * @param bucket the bucket in the path, empty if none
 * @param object the object in the path, or the name of a new upload; empty if none
 * @param parts the requests in a batch
 */
public record RecordedRequest(
        Operation operation,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        long bodySize,
        String bucket,
        String object,
        List<RecordedRequest> parts) {

    public RecordedRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        parts = List.copyOf(parts);
    }

    static RecordedRequest of(Call call, Route route) {
        return new RecordedRequest(
                route.operation(),
                call.method(),
                call.path(),
                call.query(),
                call.headers(),
                call.sentSize(),
                route.place().bucket(),
                named(call, route),
                List.of());
    }

    /** A header by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A decoded query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    private static String named(Call call, Route route) {
        String object = route.place().object();
        return object.isEmpty() ? Upload.nameIn(call, route.operation()) : object;
    }

    RecordedRequest with(List<RecordedRequest> others) {
        return new RecordedRequest(operation, method, path, query, headers, bodySize, bucket, object, others);
    }

    /** Without the headers, which may hold a token. */
    @Override
    public String toString() {
        return "%s %s %s %s".formatted(operation, method, path, query);
    }
}
