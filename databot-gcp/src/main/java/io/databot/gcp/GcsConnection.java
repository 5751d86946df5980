package io.databot.gcp;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import io.databot.failure.DatabotException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The way to the service: Google's generated client of the JSON API, which google-cloud-storage is built on, for calls of
 * one request; and google-cloud-storage itself for upload sessions, built when the first is begun.
 */
final class GcsConnection implements AutoCloseable {

    static final String USER_AGENT = "databot-gcp";

    private final HttpTransport transport;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String host;
    private final RequestSetup setup;
    private final Storage api;
    private final UploadPolicy uploads;
    private @Nullable UploadClient uploadClient;

    GcsConnection(
            String host,
            HttpTransport transport,
            HttpRequestInitializer identity,
            Duration connectTimeout,
            Duration readTimeout,
            UploadPolicy uploads) {
        this.host = host;
        this.transport = transport;
        this.uploads = uploads;
        this.setup = new RequestSetup(identity, connectTimeout, readTimeout);
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
        return within(call, () -> exchange.run(api), GcsFailures::of);
    }

    /** Runs a step of an upload session, in which the client repeats by itself. */
    <T> T sendInSession(Call call, Call.Step<T> step) {
        return within(call, step, GcsFailures::inSession);
    }

    private <T> T within(Call call, Call.Step<T> step, BiFunction<Call, Throwable, DatabotException> translation) {
        requireOpen(call);
        try {
            return call.current(step);
        } catch (IOException | RuntimeException e) {
            requireOpen(call);
            throw translation.apply(call, e);
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

    /** The client that resumes uploads by itself. */
    synchronized UploadClient uploadClient() {
        if (uploadClient == null) {
            uploadClient = new UploadClient(host, transport, setup, uploads);
        }
        return uploadClient;
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
