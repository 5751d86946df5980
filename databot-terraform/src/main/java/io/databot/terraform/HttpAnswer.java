package io.databot.terraform;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a server answered. Not a record: content, headers and address may hold secrets. */
final class HttpAnswer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] content;
    private final URI from;

    HttpAnswer(int status, HttpHeaders headers, byte[] content, URI from) {
        this.status = status;
        this.headers = headers;
        this.content = content;
        this.from = from;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The content itself, no copy; without any unless the status is 200. */
    byte[] content() {
        return content;
    }

    /** Where it came from, after redirects. */
    URI from() {
        return from;
    }

    @Override
    public String toString() {
        return "status " + status;
    }
}
