package io.databot.gcp;

import com.google.cloud.storage.Storage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way to the service: google-cloud-storage, and below it the generated client that it is built on, for what it
 * hides. Both send through the same transport, each request once.
 */
final class GcsConnection implements AutoCloseable {

    static final String USER_AGENT = "databot-gcp";

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Storage client;
    private final com.google.api.services.storage.Storage api;
    private final UploadPolicy uploads;
    private final Closing closing;

    /** @param closing what ends with the connection */
    GcsConnection(Storage client, com.google.api.services.storage.Storage api, UploadPolicy uploads, Closing closing) {
        this.client = client;
        this.api = api;
        this.uploads = uploads;
        this.closing = closing;
    }

    /** What a call sends and makes of the reply. */
    @FunctionalInterface
    interface Exchange<T> {
        T run(Storage client) throws IOException;
    }

    /** What a call sends through the generated client: the bytes of objects, and upload sessions. */
    @FunctionalInterface
    interface Transfer<T> {
        T run(com.google.api.services.storage.Storage api) throws IOException;
    }

    /** Ends what a connection opened. */
    @FunctionalInterface
    interface Closing {
        void close() throws IOException;
    }

    /**
     * Runs an exchange in the time of its call.
     *
     * @throws io.databot.failure.DatabotException for whatever goes wrong
     */
    <T> T send(Call call, Exchange<T> exchange) {
        return run(call, () -> exchange.run(client));
    }

    /**
     * Runs a transfer in the time of its call.
     *
     * @throws io.databot.failure.DatabotException for whatever goes wrong
     */
    <T> T transfer(Call call, Transfer<T> transfer) {
        return run(call, () -> transfer.run(api));
    }

    private <T> T run(Call call, Call.Step<T> step) {
        requireOpen(call);
        try {
            return call.current(step);
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
                closing.close();
            } catch (IOException e) {
                System.getLogger(GcsConnection.class.getName())
                        .log(System.Logger.Level.DEBUG, "a connection did not close in order", e);
            }
        }
    }
}
