package io.databot.inmemory;

import io.databot.storage.BucketName;
import io.databot.storage.Utf8;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the services over the same buckets share. */
final class Store {

    private final Clock clock;
    private final BucketCatalog catalog;
    private final Faults faults;
    private final AtomicLong generations;
    private final Map<BucketName, MemoryBucket> buckets = new ConcurrentHashMap<>();
    private final PageTokens tokens = new PageTokens(UUID.randomUUID().toString());

    Store(Clock clock, BucketCatalog catalog, Faults faults) {
        this.clock = clock;
        this.catalog = catalog;
        this.faults = faults;
        this.generations = new AtomicLong(firstGeneration(clock));
    }

    /** As in the cloud, microseconds: no number of an earlier store comes again, and none fits an {@code int}. */
    private static long firstGeneration(Clock clock) {
        return Math.max(1, clock.millis()) * 1000;
    }

    /**
     * The bucket as the catalog knows it now.
     *
     * @throws io.databot.failure.BucketNotFoundFailure if it does not exist
     */
    MemoryBucket bucket(Call call, BucketName name) {
        Optional<BucketCatalog.Kind> kind = catalog.find(name);
        if (kind.isEmpty()) {
            buckets.remove(name);
            throw Call.on(call.operation(), name).noBucket();
        }
        MemoryBucket bucket = buckets.get(name);
        if (bucket == null) {
            bucket = buckets.computeIfAbsent(
                    name, absent -> new MemoryBucket(absent, clock, generations, Utf8::compare));
        }
        return bucket.as(kind.get());
    }

    boolean has(BucketName name) {
        return catalog.find(name).isPresent();
    }

    Faults faults() {
        return faults;
    }

    PageTokens tokens() {
        return tokens;
    }
}
