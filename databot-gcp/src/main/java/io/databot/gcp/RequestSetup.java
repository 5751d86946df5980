package io.databot.gcp;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.io.IOException;

/**
 * Prepares the requests of Google's clients: sent once, within their time, and not logged by the client, which would
 * print what identifies the caller.
 */
final class RequestSetup implements HttpRequestInitializer {

    private final HttpRequestInitializer first;
    private final Limits limits;

    /** @param first what the owner of the client does to requests */
    RequestSetup(HttpRequestInitializer first, Limits limits) {
        this.first = first;
        this.limits = limits;
    }

    @Override
    public void initialize(HttpRequest request) throws IOException {
        first.initialize(request);
        Limits.requireTime();
        request.setConnectTimeout(limits.connectMillis());
        request.setReadTimeout(limits.readMillis());
        request.setNumberOfRetries(0);
        request.setFollowRedirects(false);
        request.setLoggingEnabled(false);
        request.setCurlLoggingEnabled(false);
        HttpHeaders headers = request.getHeaders();
        if (headers.getUserAgent() == null) {
            headers.setUserAgent(GcsConnection.USER_AGENT);
        }
    }
}
