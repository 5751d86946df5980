package io.databot.gcp;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The way to the service: Google's generated client of the JSON API, which google-cloud-storage is built on. */
final class GcsConnection implements AutoCloseable {

    static final String USER_AGENT = "databot-gcp";

    private final HttpTransport transport;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Storage api;
    private final UploadPolicy uploads;

    GcsConnection(
            String host,
            HttpTransport transport,
            HttpRequestInitializer identity,
            Duration connectTimeout,
            Duration readTimeout,
            UploadPolicy uploads) {
        this.transport = transport;
        this.uploads = uploads;
        RequestSetup setup = new RequestSetup(identity, connectTimeout, readTimeout);
        this.api = new Storage.Builder(transport, GsonFactory.getDefaultInstance(), setup)
                .setRootUrl(host)
                .setApplicationName(USER_AGENT)
                .build();
    }

    /** What a call sends and makes of the reply. */
    @FunctionalInterface
    interface Exchange<T> {
        T run(Storage api) throws IOException;
    }

    /**
     * Runs an exchange in the time of its call.
     *
     * @throws io.databot.failure.DatabotException for whatever goes wrong
     */
    <T> T send(Call call, Exchange<T> exchange) {
        requireOpen(call);
        try {
            return call.current(() -> exchange.run(api));
        } catch (IOException | RuntimeException e) {
            requireOpen(call);
            throw GcsFailures.of(call, e);
        }
    }

    /** @throws io.databot.failure.ClosedFailure after close */
    void requireOpen(Call call) {
        if (closed.get()) {
            throw GcsFailures.closed(call);
        }
    }

    UploadPolicy uploads() {
        return uploads;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                transport.shutdown();
            } catch (IOException e) {
                System.getLogger(GcsConnection.class.getName())
                        .log(System.Logger.Level.DEBUG, "a connection did not close in order", e);
            }
        }
    }
}
