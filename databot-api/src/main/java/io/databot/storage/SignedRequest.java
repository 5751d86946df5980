package io.databot.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A request that carries its own permission. Not a record: whoever has the URL has the permission, so it does not print.
 */
public final class SignedRequest {

    private final URI uri;
    private final SignRequest.Method method;
    private final Map<String, String> headers;
    private final Instant expires;

    public SignedRequest(URI uri, SignRequest.Method method, Map<String, String> headers, Instant expires) {
        this.uri = uri;
        this.method = method;
        this.headers = Map.copyOf(headers);
        this.expires = expires;
    }

    /** The address with the signature. */
    public URI uri() {
        return uri;
    }

    /** The only method that the signature covers. */
    public SignRequest.Method method() {
        return method;
    }

    /** Headers that must be sent exactly so. */
    public Map<String, String> headers() {
        return headers;
    }

    /** When it ends. */
    public Instant expires() {
        return expires;
    }

    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getRawPath() + " [signed until "
                + expires + "]";
    }
}
