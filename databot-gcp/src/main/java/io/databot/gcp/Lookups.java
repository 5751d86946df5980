package io.databot.gcp;

import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.util.Optional;

/** Asks whether objects and buckets are there, and tells the two apart. */
final class Lookups {

    private final GcsConnection connection;

    Lookups(GcsConnection connection) {
        this.connection = connection;
    }

    Optional<StoredObject> find(Call call, ObjectRef object) {
        return ifPresent(
                call,
                object.bucket(),
                api -> StoredObjects.read(Requests.get(api, object, call.options())
                        .setFields(StoredObjects.FIELDS)
                        .execute()));
    }

    /** Whether the bucket is there; needs only the right to list objects. */
    boolean probe(Call call, BucketName bucket) {
        try {
            connection.send(
                    call,
                    api -> api.objects()
                            .list(bucket.value())
                            .setMaxResults(1L)
                            .setFields("nextPageToken")
                            .execute());
            return true;
        } catch (NotFoundFailure missing) {
            return false;
        }
    }

    /** The answer, or empty if the object is missing. */
    <T> Optional<T> ifPresent(Call call, BucketName bucket, GcsConnection.Exchange<T> exchange) {
        try {
            return Optional.of(require(call, bucket, exchange));
        } catch (BucketNotFoundFailure missing) {
            throw missing;
        } catch (NotFoundFailure missing) {
            return Optional.empty();
        }
    }

    /**
     * The answer. If something is missing, Google's service names it; where a reply does not, one request more tells.
     *
     * @throws BucketNotFoundFailure if the bucket is missing
     * @throws NotFoundFailure if the object is missing
     */
    <T> T require(Call call, BucketName bucket, GcsConnection.Exchange<T> exchange) {
        try {
            return connection.send(call, exchange);
        } catch (BucketNotFoundFailure missing) {
            throw missing;
        } catch (NotFoundFailure missing) {
            if (!GcsFailures.namesObject(missing) && !probe(call, bucket)) {
                throw GcsFailures.noBucket(call, missing);
            }
            throw missing;
        }
    }
}
