package io.databot.compute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a service answered. Not a record: headers and body may hold secrets. */
public final class HttpReply {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    public HttpReply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
