package io.databot.gcp;

import io.databot.credential.CredentialProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of a {@link GcsStorage}; each has a default. Building does no I/O. Not thread-safe. */
public final class GcsStorageBuilder {

    private static final URI GOOGLE = URI.create("https://storage.googleapis.com");

    private URI host = GOOGLE;
    private Optional<CredentialProvider> credentials = Optional.empty();
    private Optional<String> quotaProject = Optional.empty();
    private int connections = 64;
    private Duration connectTimeout = Limits.STANDARD.connect();
    private Duration readTimeout = Limits.STANDARD.read();
    private UploadPolicy uploads = UploadPolicy.STANDARD;

    GcsStorageBuilder() {}

    /** Where the service is, Google's by default; for an emulator such as {@code http://localhost:9000}. */
    public GcsStorageBuilder host(URI address) {
        host = address;
        return this;
    }

    /** Who calls; Google's application default by default. The caller closes it. */
    public GcsStorageBuilder credentials(CredentialProvider provider) {
        credentials = Optional.of(provider);
        return this;
    }

    /** The project that pays for requests and whose quota they use; the identity's own by default. */
    public GcsStorageBuilder quotaProject(String project) {
        quotaProject = Optional.of(project);
        return this;
    }

    /** How many connections there are at most, 64 by default; calls beyond wait. */
    public GcsStorageBuilder connections(int most) {
        connections = most;
        return this;
    }

    /** How long connecting may take, 10 s by default. */
    public GcsStorageBuilder connectTimeout(Duration limit) {
        connectTimeout = limit;
        return this;
    }

    /** How long the service may stay silent, 30 s by default. */
    public GcsStorageBuilder readTimeout(Duration limit) {
        readTimeout = limit;
        return this;
    }

    /** Content of at most so many bytes is sent in one request, from memory; 8 MiB by default. */
    public GcsStorageBuilder singleRequestLimit(int bytes) {
        uploads = new UploadPolicy(bytes, uploads.chunkSize(), uploads.attempts(), uploads.firstDelay());
        return this;
    }

    /**
     * Larger content is sent so many bytes a request, 8 MiB by default; each upload holds as much in memory.
     *
     * @throws IllegalArgumentException if it is not a multiple of 256 KiB
     */
    public GcsStorageBuilder chunkSize(int bytes) {
        uploads = new UploadPolicy(uploads.singleRequestLimit(), bytes, uploads.attempts(), uploads.firstDelay());
        return this;
    }

    /** How often a chunk is sent before its upload fails, 5 by default, and the wait before the second time. */
    public GcsStorageBuilder uploadAttempts(int most, Duration firstDelay) {
        uploads = new UploadPolicy(uploads.singleRequestLimit(), uploads.chunkSize(), most, firstDelay);
        return this;
    }

    public GcsStorage build() {
        String address = Clients.address(host.toString());
        Limits limits = new Limits(connectTimeout, readTimeout);
        CredentialProvider provider = credentials.orElseGet(GoogleCredentialProvider::applicationDefault);
        BearerIdentity identity = new BearerIdentity(provider, quotaProject, URI.create(address));
        ChannelTransport transport = ChannelTransport.pooling(connections, new ServiceSetup(limits, identity));
        return new GcsStorage(Clients.own(address, transport, limits, uploads));
    }
}
