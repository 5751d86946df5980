package io.databot.inmemory;

import io.databot.storage.BucketName;
import java.util.Optional;

/**
 * Knows which buckets exist. Asked on every call, so that buckets come and go with what it looks at; must be fast and
 * thread-safe.
 */
@FunctionalInterface
public interface BucketCatalog {

    /** What an overwritten or deleted object leaves behind. */
    enum Kind {
        /** Nothing. */
        PLAIN,
        /** A noncurrent generation. */
        VERSIONED
    }

    /** The bucket's kind; empty if there is no such bucket. */
    Optional<Kind> find(BucketName bucket);

    /** Knows no bucket. */
    static BucketCatalog none() {
        return bucket -> Optional.empty();
    }
}
