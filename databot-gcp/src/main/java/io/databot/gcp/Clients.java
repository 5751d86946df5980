package io.databot.gcp;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.http.HttpTransportFactory;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.HttpStorageOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;

/** Builds Google's clients so that they send each request once, through the transport that they are given. */
final class Clients {

    private Clients() {}

    /** A connection that owns its transport. */
    static GcsConnection own(String host, ChannelTransport transport, Limits limits, UploadPolicy uploads) {
        RequestSetup setup = new RequestSetup(request -> {}, limits);
        Storage client = StorageOptions.http()
                .setHost(host)
                // No call names a project; without one the client would look for the machine's.
                .setProjectId("unused")
                // The transport says who calls.
                .setCredentials(NoCredentials.getInstance())
                .setTransportOptions(new SharedTransport(transport, setup))
                .setRetrySettings(RetrySettings.newBuilder().setMaxAttempts(1).build())
                .build()
                .getService();
        return new GcsConnection(client, generated(host, transport, setup), uploads, transport::shutdown);
    }

    /**
     * A connection through a client that the caller owns, and beside it with that client's transport and identity. The
     * transport may be the client's very own, so it is not closed either.
     */
    static GcsConnection around(Storage client) {
        StorageOptions options = client.getOptions();
        if (!(options instanceof HttpStorageOptions)
                || !(options.getTransportOptions() instanceof HttpTransportOptions http)) {
            throw new UnsupportedFailure(FailureDetails.of(
                    "use a storage client",
                    options.getHost(),
                    "it does not speak the JSON API over HTTP",
                    "Build it with StorageOptions.http()."));
        }
        HttpTransport transport = http.getHttpTransportFactory().create();
        RequestSetup setup = new RequestSetup(http.getHttpRequestInitializer(options), Limits.STANDARD);
        return new GcsConnection(
                client, generated(address(options.getHost()), transport, setup), UploadPolicy.STANDARD, () -> {});
    }

    private static com.google.api.services.storage.Storage generated(
            String host, HttpTransport transport, RequestSetup setup) {
        return new com.google.api.services.storage.Storage.Builder(transport, GsonFactory.getDefaultInstance(), setup)
                .setRootUrl(host)
                .setApplicationName(GcsConnection.USER_AGENT)
                .build();
    }

    /** Without a slash at the end: the clients append paths to it, and some servers do not know {@code //}. */
    static String address(String host) {
        return host.replaceAll("/+$", "");
    }

    /** Gives the client the transport and the setup that the generated client has too. */
    private static final class SharedTransport extends HttpTransportOptions {

        private static final long serialVersionUID = 1L;

        private final transient HttpTransport transport;
        private final transient HttpRequestInitializer setup;

        SharedTransport(HttpTransport transport, HttpRequestInitializer setup) {
            super(HttpTransportOptions.newBuilder());
            this.transport = transport;
            this.setup = setup;
        }

        @Override
        public HttpTransportFactory getHttpTransportFactory() {
            return () -> transport;
        }

        @Override
        public HttpRequestInitializer getHttpRequestInitializer(ServiceOptions<?, ?> options) {
            return setup;
        }
    }
}
