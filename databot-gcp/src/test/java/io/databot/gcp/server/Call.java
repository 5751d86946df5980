package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request, from a connection of its own or from within a batch.
 *
 * @param path as sent, percent-encoded
 * @param query decoded
 * @param headers by lower-case name; repeated ones joined with commas
 * @param body with its transport encoding undone
 * @param sentSize of the body as it was sent
 */
record Call(
        String method, String path, Map<String, String> query, Map<String, String> headers, Bytes body, long sentSize) {

    private static final Pattern JSON_API = Pattern.compile("/(resumable/)?(upload|storage|batch)(/.*)?");

    Call {
        query = Map.copyOf(query);
        headers = lowerCased(headers);
    }

    static Call of(String method, String target, Map<String, String> headers, Bytes body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        Map<String, String> lower = lowerCased(headers);
        String actual = lower.getOrDefault("x-http-method-override", method);
        Bytes decoded = isJsonApi(path) && isGzip(lower.get("content-encoding")) ? unzip(body) : body;
        return new Call(actual, path, PercentCoding.query(query), lower, decoded, body.size());
    }

    /** The decoded segments of the path; an encoded slash does not part segments. */
    List<String> segments() {
        return PercentCoding.segments(path);
    }

    /** A query parameter, absent if missing or empty. */
    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    boolean queryIs(String name, String value) {
        return value.equals(query.get(name));
    }

    OptionalLong number(String name) {
        return query(name).map(value -> OptionalLong.of(number(name, value))).orElse(OptionalLong.empty());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    ObjectNode json() {
        return Json.parse(body);
    }

    static Bytes unzip(Bytes zipped) {
        try {
            return zipped.gunzip();
        } catch (IOException malformed) {
            throw ApiError.invalid("The body is not in gzip format.");
        }
    }

    /** The XML API takes the header for the object's own encoding, and keeps the body as it is. */
    private static boolean isJsonApi(String path) {
        return JSON_API.matcher(path).matches();
    }

    private static boolean isGzip(@Nullable String encoding) {
        return "gzip".equalsIgnoreCase(encoding);
    }

    /** The number in the text, which has that name in the API. */
    static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException malformed) {
            throw ApiError.invalid("Invalid value for parameter %s: %s".formatted(name, value));
        }
    }

    private static Map<String, String> lowerCased(Map<String, String> headers) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return Map.copyOf(lower);
    }
}
