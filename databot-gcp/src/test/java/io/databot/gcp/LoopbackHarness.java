package io.databot.gcp;

import io.databot.credential.AccessToken;
import io.databot.credential.Credential;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.credential.Secret;
import io.databot.gcp.server.GcsServer;
import io.databot.gcp.server.Operation;
import io.databot.storage.BucketName;
import io.databot.storage.StorageService;
import io.databot.testkit.StorageFault;
import io.databot.testkit.StorageHarness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The loopback server as the kit's store. Uploads in sessions start at a small size, so that the kit meets them. */
final class LoopbackHarness implements StorageHarness {

    private static final int CHUNK = 1 << 20;
    private static final Set<Operation> CHANGES = Set.of(
            Operation.INSERT,
            Operation.UPLOAD_CHUNK,
            Operation.PATCH,
            Operation.DELETE,
            Operation.REWRITE,
            Operation.COMPOSE);
    private static final Set<Operation> BUCKET_CALLS = Set.of(
            Operation.BUCKET_GET,
            Operation.BUCKET_LIST,
            Operation.BUCKET_INSERT,
            Operation.BUCKET_PATCH,
            Operation.BUCKET_DELETE);

    private final GcsServer server = GcsServer.start();

    LoopbackHarness() {
        server.createBucket("contract-bucket");
        server.createBucket("second-bucket");
        server.createVersionedBucket("versioned-bucket");
    }

    GcsServer server() {
        return server;
    }

    @Override
    public StorageService storage() {
        return storage(GoogleCredentialProvider.none());
    }

    private GcsStorage storage(CredentialProvider credentials) {
        return GcsStorage.builder()
                .host(server.uri())
                .credentials(credentials)
                .singleRequestLimit(4 * CHUNK)
                .chunkSize(CHUNK)
                .uploadAttempts(3, Duration.ofMillis(1))
                .build();
    }

    @Override
    public BucketName bucket() {
        return BucketName.of("contract-bucket");
    }

    @Override
    public BucketName secondBucket() {
        return BucketName.of("second-bucket");
    }

    @Override
    public BucketName missingBucket() {
        return BucketName.of("missing-bucket");
    }

    @Override
    public Optional<BucketName> versionedBucket() {
        return Optional.of(BucketName.of("versioned-bucket"));
    }

    @Override
    public Optional<StorageService> unauthenticated() {
        server.access().requireToken("good");
        return Optional.of(storage(new FixedToken("bad")));
    }

    @Override
    public Optional<StorageService> denied() {
        server.access().forbid(bucket().value());
        return Optional.of(storage());
    }

    @Override
    public Optional<StorageService> objectsOnly() {
        BUCKET_CALLS.forEach(server.access()::forbid);
        return Optional.of(storage());
    }

    @Override
    public OptionalLong requests() {
        return OptionalLong.of(server.requests().size());
    }

    @Override
    public boolean inject(StorageFault fault) {
        if (fault instanceof StorageFault.Unavailable unavailable) {
            server.faults().nextOfAny().reply(503).times(unavailable.requests());
        } else if (fault instanceof StorageFault.Throttled throttled) {
            server.faults().nextOfAny().reply(429).times(throttled.requests());
        } else if (fault instanceof StorageFault.LostReply) {
            server.faults()
                    .nextOfAny()
                    .matching(request -> CHANGES.contains(request.operation()))
                    .loseReply();
        } else if (fault instanceof StorageFault.BrokenDownload broken) {
            server.faults().next(Operation.READ).breakBodyAfter(broken.afterBytes());
        } else if (fault instanceof StorageFault.CorruptDownload) {
            server.faults().next(Operation.READ).corruptByteAt(1000);
        } else if (fault instanceof StorageFault.BrokenUpload) {
            server.faults().next(Operation.UPLOAD_CHUNK).dropConnection();
        } else if (fault instanceof StorageFault.ForbiddenObject forbidden) {
            server.access()
                    .forbid(
                            forbidden.object().bucket().value(),
                            forbidden.object().key().value());
        }
        return true;
    }

    @Override
    public void close() {
        server.close();
    }

    /** A provider with one token for everything. */
    record FixedToken(String token) implements CredentialProvider {

        @Override
        public String identity() {
            return "a fixed token";
        }

        @Override
        public <C extends Credential> Optional<C> get(CredentialRequest<C> request) {
            return Optional.of(request.type()
                    .cast(new AccessToken(Secret.of(token), Instant.now().plusSeconds(3600))));
        }

        @Override
        public void invalidate(CredentialRequest<?> request) {}

        @Override
        public void close() {}
    }
}
