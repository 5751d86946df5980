package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer, and how much of it arrives.
 *
 * @param headers in order; a name may occur twice
 * @param delivery what becomes of the body on its way
 */
record Reply(int status, List<Map.Entry<String, String>> headers, Bytes body, Delivery delivery) {

    Reply {
        headers = List.copyOf(headers);
    }

    static Reply empty(int status) {
        return new Reply(status, List.of(), Bytes.EMPTY, Delivery.WHOLE);
    }

    static Reply of(int status, String contentType, Bytes body) {
        return empty(status).withBody(body).with("Content-Type", contentType);
    }

    static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=UTF-8", Json.write(body));
    }

    static Reply text(int status, String contentType, String body) {
        return of(status, contentType, Bytes.utf8(body));
    }

    /** With the header added, unless its value cannot stand in a header. */
    Reply with(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            return this;
        }
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, more, body, delivery);
    }

    Reply withBody(Bytes other) {
        return new Reply(status, headers, other, delivery);
    }

    Reply delivered(Delivery other) {
        return new Reply(status, headers, body, other);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
