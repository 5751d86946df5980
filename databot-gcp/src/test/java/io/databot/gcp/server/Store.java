package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** All buckets. */
final class Store {
    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");

    private final ConcurrentNavigableMap<String, Bucket> buckets = new ConcurrentSkipListMap<>();
    private final Ticks ticks;

    Store(Clock clock) {
        this.ticks = new Ticks(clock);
    }

    Bucket create(String name, ObjectNode settings) {
        if (!BUCKET_NAME.matcher(name).matches()) {
            throw ApiError.invalid("Invalid bucket name: '%s'".formatted(name));
        }
        Bucket bucket = new Bucket(name, settings, ticks);
        if (buckets.putIfAbsent(name, bucket) != null) {
            throw ApiError.conflict(
                    "Your previous request to create the named bucket succeeded and you already own it.");
        }
        return bucket;
    }

    Bucket bucket(String name) {
        return Optional.ofNullable(buckets.get(name)).orElseThrow(ApiError::noSuchBucket);
    }

    List<Bucket> all() {
        return List.copyOf(buckets.values());
    }

    void delete(String name) {
        Bucket bucket = bucket(name);
        bucket.remove();
        buckets.remove(name, bucket);
    }
}
