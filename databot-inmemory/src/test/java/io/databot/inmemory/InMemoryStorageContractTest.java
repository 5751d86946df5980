package io.databot.inmemory;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.storage.BucketName;
import io.databot.storage.StorageService;
import io.databot.testkit.StorageContract;
import io.databot.testkit.StorageFault;
import io.databot.testkit.StorageHarness;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

class InMemoryStorageContractTest extends StorageContract {

    @Override
    protected StorageHarness harness() {
        return new MemoryHarness();
    }

    private static final class MemoryHarness implements StorageHarness {

        private static final int ALWAYS = 1000;

        private final InMemoryStorage storage = builder().build();

        private static InMemoryStorageBuilder builder() {
            return InMemoryStorage.builder()
                    .bucket("acme-first")
                    .bucket("acme-second")
                    .versionedBucket("acme-versioned");
        }

        @Override
        public StorageService storage() {
            return storage.another();
        }

        @Override
        public BucketName bucket() {
            return BucketName.of("acme-first");
        }

        @Override
        public BucketName secondBucket() {
            return BucketName.of("acme-second");
        }

        @Override
        public BucketName missingBucket() {
            return BucketName.of("acme-missing");
        }

        @Override
        public Optional<BucketName> versionedBucket() {
            return Optional.of(BucketName.of("acme-versioned"));
        }

        @Override
        public Optional<StorageService> unauthenticated() {
            InMemoryStorage refused = builder().build();
            refused.faults().next(StorageOperation.all(), ALWAYS).fail(NotAuthenticatedFailure::new);
            return Optional.of(refused);
        }

        @Override
        public Optional<StorageService> denied() {
            InMemoryStorage denied = builder().build();
            denied.faults().next(StorageOperation.all(), ALWAYS).fail(AccessDeniedFailure::new);
            return Optional.of(denied);
        }

        @Override
        public OptionalLong requests() {
            return OptionalLong.of(storage.faults().calls());
        }

        @Override
        public boolean inject(StorageFault fault) {
            Faults faults = storage.faults();
            if (fault instanceof StorageFault.Unavailable refused) {
                faults.next(StorageOperation.all(), refused.requests()).unavailable();
            } else if (fault instanceof StorageFault.Throttled refused) {
                faults.next(StorageOperation.all(), refused.requests()).throttle(Duration.ofSeconds(1));
            } else if (fault instanceof StorageFault.LostReply) {
                faults.next(StorageOperation.writes(), 1).loseReply();
            } else if (fault instanceof StorageFault.BrokenDownload broken) {
                faults.next(StorageOperation.READER).breakAfter(broken.afterBytes());
            } else if (fault instanceof StorageFault.CorruptDownload) {
                faults.next(StorageOperation.READER).corrupt();
            } else if (fault instanceof StorageFault.BrokenUpload) {
                faults.next(StorageOperation.writes(), 1).unavailable();
            } else if (fault instanceof StorageFault.ForbiddenObject forbidden) {
                faults.on(forbidden.object()).deny();
            }
            return true;
        }

        @Override
        public void close() {
            storage.close();
        }
    }
}
