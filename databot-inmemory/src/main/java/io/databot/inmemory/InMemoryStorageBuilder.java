package io.databot.inmemory;

import io.databot.storage.BucketName;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Says what an {@link InMemoryStorage} shall be. Not thread-safe. */
public final class InMemoryStorageBuilder {

    private final Map<BucketName, BucketCatalog.Kind> buckets = new LinkedHashMap<>();
    private BucketCatalog more = BucketCatalog.none();
    private Clock clock = Clock.systemUTC();
    private Optional<Consumer<Duration>> time = Optional.empty();

    InMemoryStorageBuilder() {}

    /** The time of everything that the storage writes; the system's if nothing is said. */
    public InMemoryStorageBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /** A clock, and how to move it on, for {@linkplain Faults.Rule#delay delays}. */
    public InMemoryStorageBuilder clock(Clock source, Consumer<Duration> advance) {
        this.time = Optional.of(advance);
        return clock(source);
    }

    /** An empty bucket. */
    public InMemoryStorageBuilder bucket(String name) {
        buckets.put(BucketName.of(name), BucketCatalog.Kind.PLAIN);
        return this;
    }

    /** An empty bucket that keeps noncurrent generations. */
    public InMemoryStorageBuilder versionedBucket(String name) {
        buckets.put(BucketName.of(name), BucketCatalog.Kind.VERSIONED);
        return this;
    }

    /** Buckets beside those that are named here, looked up when they are used. */
    public InMemoryStorageBuilder catalog(BucketCatalog catalog) {
        this.more = catalog;
        return this;
    }

    /** The storage; every build gives one with buckets of its own. */
    public InMemoryStorage build() {
        Map<BucketName, BucketCatalog.Kind> named = Map.copyOf(buckets);
        BucketCatalog others = more;
        BucketCatalog catalog = bucket -> {
            BucketCatalog.Kind kind = named.get(bucket);
            return kind == null ? others.find(bucket) : Optional.of(kind);
        };
        return new InMemoryStorage(new Store(clock, catalog, new Faults(time)));
    }
}
