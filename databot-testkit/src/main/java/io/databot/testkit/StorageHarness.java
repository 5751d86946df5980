package io.databot.testkit;

import io.databot.storage.BucketName;
import io.databot.storage.StorageService;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A store to try an adapter against. The kit asks {@link StorageContract#harness()} for one before each case and closes it
 * afterwards.
 *
 * <p>The methods without a body are what every adapter can supply. The others say what is absent until they are
 * overridden; cases that need them are then reported as aborted.
 */
public interface StorageHarness extends AutoCloseable {

    /** A new service over the same buckets each time; the kit closes it. */
    StorageService storage();

    /** An empty bucket, always the same in one harness. */
    BucketName bucket();

    /** Another empty bucket. */
    BucketName secondBucket();

    /** The name of a bucket that does not exist. */
    BucketName missingBucket();

    /**
     * An empty bucket that keeps noncurrent generations; asked for only if the adapter declares
     * {@link io.databot.storage.StorageFeature#VERSIONS}.
     */
    default Optional<BucketName> versionedBucket() {
        return Optional.empty();
    }

    /** A service over the same buckets whose credentials the store refuses; the kit closes it. */
    default Optional<StorageService> unauthenticated() {
        return Optional.empty();
    }

    /** A service over the same buckets whose identity is known and may do nothing; the kit closes it. */
    default Optional<StorageService> denied() {
        return Optional.empty();
    }

    /** A service that may do everything with objects and nothing with the buckets themselves; the kit closes it. */
    default Optional<StorageService> objectsOnly() {
        return Optional.empty();
    }

    /** How many requests have reached the store through this harness so far; empty if nobody counts. */
    default OptionalLong requests() {
        return OptionalLong.empty();
    }

    /** Makes a fault happen; {@code false} if this harness cannot. */
    default boolean inject(StorageFault fault) {
        return false;
    }

    /** Removes what was made for one case. */
    @Override
    void close();
}
