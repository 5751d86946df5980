package io.databot.gcp;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.http.HttpTransportFactory;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.BlobWriteSession;
import com.google.cloud.storage.BlobWriteSessionConfigs;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.StorageRetryStrategy;
import java.time.Duration;

/**
 * google-cloud-storage, set up for upload sessions: it sends a chunk again from where the service got to. Beginning a
 * session publishes nothing, so that too is repeated.
 */
final class UploadClient {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(8);

    private final Storage storage;

    UploadClient(String host, HttpTransport transport, HttpRequestInitializer setup, UploadPolicy policy) {
        this.storage = StorageOptions.http()
                .setHost(host)
                // Uploads name no project; without one the client would look for the machine's.
                .setProjectId("unused")
                // The setup below says who calls.
                .setCredentials(NoCredentials.getInstance())
                .setTransportOptions(new SharedTransport(transport, setup))
                .setRetrySettings(retry(policy))
                .setStorageRetryStrategy(StorageRetryStrategy.getUniformStorageRetryStrategy())
                .setBlobWriteSessionConfig(BlobWriteSessionConfigs.getDefault().withChunkSize(policy.chunkSize()))
                .build()
                .getService();
    }

    private static RetrySettings retry(UploadPolicy policy) {
        return RetrySettings.newBuilder()
                .setMaxAttempts(policy.attempts())
                .setInitialRetryDelayDuration(policy.firstDelay())
                .setRetryDelayMultiplier(2)
                .setMaxRetryDelayDuration(LONGEST_DELAY)
                .setTotalTimeoutDuration(Duration.ofHours(1))
                .build();
    }

    BlobWriteSession begin(BlobInfo target, Storage.BlobWriteOption... options) {
        return storage.blobWriteSession(target, options);
    }

    /** Uses the connections and the setup of the other client. */
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
