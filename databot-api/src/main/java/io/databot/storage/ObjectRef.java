package io.databot.storage;

import java.util.Objects;

/**
 * An object's place: a key in a bucket. It says nothing of whether an object is there.
 *
 * @param bucket the bucket
 * @param key the object's key in it
 */
public record ObjectRef(BucketName bucket, ObjectKey key) {

    public ObjectRef {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }

    /** @throws io.databot.failure.InvalidRequestFailure if either name is ill-formed */
    public static ObjectRef of(String bucket, String key) {
        return new ObjectRef(BucketName.of(bucket), ObjectKey.of(key));
    }

    /** {@code bucket/key}, for people. */
    @Override
    public String toString() {
        return bucket + "/" + key;
    }
}
