package io.databot.compute;

import java.util.Map;
import java.util.Objects;

/**
 * One HTTP request to a service. Not a record: headers and body may hold secrets.
 */
public final class HttpCall {

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    private HttpCall(String method, String path, Map<String, String> headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /** A GET of a path with its query, such as {@code /items?page=2}. */
    public static HttpCall get(String path) {
        return new HttpCall("GET", path, Map.of(), new byte[0]);
    }

    /** A POST. */
    public static HttpCall post(String path, String contentType, byte[] body) {
        return new HttpCall("POST", path, Map.of("Content-Type", contentType), body);
    }

    /** The same call with one header more, or another value for it. */
    public HttpCall withHeader(String name, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, path, more, body);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "?…");
    }
}
