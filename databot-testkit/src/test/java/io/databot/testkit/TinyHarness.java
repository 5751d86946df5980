package io.databot.testkit;

import io.databot.storage.BucketName;
import io.databot.storage.StorageService;
import java.util.OptionalLong;
import java.util.function.Function;

/** A harness of a {@link TinyStorage} or a faulty relative. */
final class TinyHarness implements StorageHarness {

    private final TinyStore store = new TinyStore(BucketName.of("first-bucket"), BucketName.of("second-bucket"));
    private final Function<TinyStore, StorageService> services;

    TinyHarness(Function<TinyStore, StorageService> services) {
        this.services = services;
    }

    @Override
    public StorageService storage() {
        return services.apply(store);
    }

    @Override
    public BucketName bucket() {
        return BucketName.of("first-bucket");
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
    public OptionalLong requests() {
        return OptionalLong.of(store.requests.get());
    }

    @Override
    public void close() {}
}
