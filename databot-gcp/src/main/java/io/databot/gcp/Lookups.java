package io.databot.gcp;

import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobListOption;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks whether objects and buckets are there, and tells the two apart. Where Google's client says of an absent object no
 * more than that, it may be the bucket that is missing; so the first such answer for a bucket, unless a call to it has
 * succeeded before, takes a request more.
 */
final class Lookups {

    private final GcsConnection connection;
    private final Set<BucketName> known = ConcurrentHashMap.newKeySet();

    Lookups(GcsConnection connection) {
        this.connection = connection;
    }

    Optional<StoredObject> find(Call call, ObjectRef object) {
        Optional<StoredObject> found = send(
                call,
                object.bucket(),
                client -> Optional.ofNullable(client.get(Blobs.id(object, call.options()), Blobs.get(call.options())))
                        .map(Blobs::read));
        if (found.isPresent()) {
            known.add(object.bucket());
        } else {
            requireBucket(call, object.bucket());
        }
        return found;
    }

    /** @throws NotFoundFailure if there is no such object */
    StoredObject describe(Call call, ObjectRef object) {
        return find(call, object).orElseThrow(() -> GcsFailures.noObject(call));
    }

    /** Whether there was an object. */
    boolean delete(Call call, ObjectRef object) {
        boolean deleted = send(
                call,
                object.bucket(),
                client -> client.delete(Blobs.id(object, call.options()), Blobs.delete(call.options())));
        if (deleted) {
            known.add(object.bucket());
        } else {
            requireBucket(call, object.bucket());
        }
        return deleted;
    }

    /** Whether the bucket is there; needs only the right to list objects. */
    boolean probe(Call call, BucketName bucket) {
        try {
            connection.send(
                    call,
                    client -> client.list(
                            bucket.value(), BlobListOption.pageSize(1), BlobListOption.fields(BlobField.NAME)));
            known.add(bucket);
            return true;
        } catch (NotFoundFailure missing) {
            known.remove(bucket);
            return false;
        }
    }

    /** The bucket is there. */
    void found(BucketName bucket) {
        known.add(bucket);
    }

    /**
     * Asks for the bucket, unless it is known to be there.
     *
     * @throws BucketNotFoundFailure if it is missing
     */
    void requireBucket(Call call, BucketName bucket) {
        try {
            if (!known.contains(bucket) && !probe(call, bucket)) {
                throw GcsFailures.noBucket(call);
            }
        } catch (AccessDeniedFailure unanswered) {
            // Whoever may get or delete objects need not be allowed to list them; the first answer stands.
        }
    }

    /**
     * The answer of a call that succeeds only if the bucket is there. If something is missing, Google's service names it;
     * where a reply does not, one request more tells.
     *
     * @throws BucketNotFoundFailure if the bucket is missing
     * @throws NotFoundFailure if the object is missing
     */
    <T> T require(Call call, BucketName bucket, GcsConnection.Exchange<T> exchange) {
        T answer = send(call, bucket, exchange);
        known.add(bucket);
        return answer;
    }

    /** As {@link #require}, of a transfer. */
    <T> T transfer(Call call, BucketName bucket, GcsConnection.Transfer<T> transfer) {
        T answer = named(call, bucket, () -> connection.transfer(call, transfer));
        known.add(bucket);
        return answer;
    }

    private <T> T send(Call call, BucketName bucket, GcsConnection.Exchange<T> exchange) {
        return named(call, bucket, () -> connection.send(call, exchange));
    }

    private <T> T named(Call call, BucketName bucket, Supplier<T> step) {
        try {
            return step.get();
        } catch (BucketNotFoundFailure missing) {
            known.remove(bucket);
            throw missing;
        } catch (NotFoundFailure missing) {
            if (!GcsFailures.namesObject(missing)) {
                requireBucket(call, bucket);
            }
            throw missing;
        }
    }
}
