package io.databot.testkit;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotModifiedFailure;
import io.databot.storage.BucketName;
import io.databot.storage.Crc32c;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfGenerationNot;
import io.databot.storage.IfMetageneration;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import io.databot.storage.StoredObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What several {@link TinyStorage} share: buckets of the least store that keeps the contract. */
final class TinyStore {

    /** An object with its bytes. */
    static final class Held {

        private final StoredObject object;
        private final byte[] bytes;

        Held(StoredObject object, byte[] bytes) {
            this.object = object;
            this.bytes = bytes;
        }

        StoredObject object() {
            return object;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    final AtomicLong requests = new AtomicLong();
    private final Map<BucketName, Map<ObjectKey, Held>> buckets;
    private long generation;

    TinyStore(BucketName... names) {
        buckets = new TreeMap<>(java.util.Comparator.comparing(BucketName::value));
        for (BucketName name : names) {
            buckets.put(name, new TreeMap<>());
        }
    }

    static FailureDetails details(String operation, Object resource, String reason) {
        return FailureDetails.of(operation, resource.toString(), reason, "Look at the store.");
    }

    boolean has(BucketName bucket) {
        return buckets.containsKey(bucket);
    }

    /** A copy, so that nobody walks over it while it changes. */
    synchronized Map<ObjectKey, Held> objects(BucketName bucket) {
        return new TreeMap<>(bucket(bucket));
    }

    private Map<ObjectKey, Held> bucket(BucketName bucket) {
        Map<ObjectKey, Held> objects = buckets.get(bucket);
        if (objects == null) {
            throw new BucketNotFoundFailure(details("use", bucket, "there is no such bucket"));
        }
        return objects;
    }

    synchronized Optional<Held> find(ObjectRef ref) {
        return Optional.ofNullable(bucket(ref.bucket()).get(ref.key()));
    }

    synchronized StoredObject publish(ObjectRef ref, byte[] bytes, Options options) {
        requireConditions(find(ref), ref, options);
        Crc32c crc32c = Crc32c.of(bytes);
        if (!options.find(Crc32c.class).orElse(crc32c).equals(crc32c)) {
            throw new CorruptedFailure(details("put", ref, "the checksum is wrong"));
        }
        ObjectMetadata given = options.metadata();
        ObjectMetadata metadata =
                given.withContentType(given.contentType().orElse(ObjectMetadata.DEFAULT_CONTENT_TYPE));
        Instant now = Instant.now();
        generation++;
        return keep(object(ref, bytes.length, generation, 1, crc32c, metadata, now, now), bytes);
    }

    synchronized StoredObject change(ObjectRef ref, Held held, ObjectMetadata metadata) {
        StoredObject old = held.object();
        long next = old.metageneration() + 1;
        return keep(
                object(ref, old.size(), old.generation(), next, old.crc32c(), metadata, old.created(), Instant.now()),
                held.bytes());
    }

    private StoredObject keep(StoredObject object, byte[] bytes) {
        bucket(object.ref().bucket()).put(object.key(), new Held(object, bytes));
        return object;
    }

    private static StoredObject object(
            ObjectRef ref,
            long size,
            long generation,
            long metageneration,
            Crc32c crc32c,
            ObjectMetadata metadata,
            Instant created,
            Instant updated) {
        return new StoredObject(
                ref,
                size,
                generation,
                metageneration,
                crc32c,
                Optional.empty(),
                metadata,
                created,
                updated,
                generation + "/" + metageneration,
                Optional.empty(),
                Optional.empty());
    }

    synchronized boolean remove(ObjectRef ref) {
        return bucket(ref.bucket()).remove(ref.key()) != null;
    }

    static void requireConditions(Optional<Held> held, ObjectRef ref, Options options) {
        long generation = held.map(found -> found.object().generation()).orElse(0L);
        long metageneration = held.map(found -> found.object().metageneration()).orElse(0L);
        if (options.has(IfAbsent.class) && held.isPresent()) {
            throw new AlreadyExistsFailure(details("write", ref, "there is one"));
        }
        if (options.find(IfGeneration.class)
                        .filter(it -> it.generation() != generation)
                        .isPresent()
                || options.find(IfMetageneration.class)
                        .filter(it -> it.metageneration() != metageneration)
                        .isPresent()) {
            throw new ConditionFailedFailure(details("use", ref, "it is of another generation"));
        }
        if (options.find(IfGenerationNot.class)
                .filter(it -> it.generation() == generation)
                .isPresent()) {
            throw new NotModifiedFailure(details("read", ref, "it is of that generation"));
        }
    }
}
