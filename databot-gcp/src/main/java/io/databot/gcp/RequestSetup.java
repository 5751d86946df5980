package io.databot.gcp;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Prepares each request: who calls, and how long it may take. It turns the client's own logging off, which would print
 * tokens at its finest level.
 */
final class RequestSetup implements HttpRequestInitializer {

    private final HttpRequestInitializer identity;
    private final Duration connectTimeout;
    private final Duration readTimeout;

    RequestSetup(HttpRequestInitializer identity, Duration connectTimeout, Duration readTimeout) {
        this.identity = identity;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    @Override
    public void initialize(HttpRequest request) throws IOException {
        identity.initialize(request);
        Optional<Call> call = Call.current();
        call.filter(Call::expired).ifPresent(late -> {
            throw GcsFailures.outOfTime(late);
        });
        Optional<Duration> left = call.flatMap(Call::remaining);
        request.setConnectTimeout(millis(connectTimeout, left));
        request.setReadTimeout(millis(readTimeout, left));
        request.setNumberOfRetries(0);
        request.setFollowRedirects(false);
        request.setLoggingEnabled(false);
        request.setCurlLoggingEnabled(false);
        HttpHeaders headers = request.getHeaders();
        if (headers.getUserAgent() == null) {
            headers.setUserAgent(GcsConnection.USER_AGENT);
        }
    }

    /** Rounded up, so that a request that runs out of time does so when its call has. */
    private static int millis(Duration limit, Optional<Duration> left) {
        long most = limit.toMillis();
        long millis = left.map(time -> Math.min(most, time.toMillis() + 1)).orElse(most);
        return (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
    }
}
