package io.databot.inmemory;

import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import java.util.Optional;

/** One call of the port: what it does and where, for the failures that it may end in. */
record Call(StorageOperation operation, BucketName bucket, Optional<ObjectKey> key) {

    static Call on(StorageOperation operation, ObjectRef object) {
        return new Call(operation, object.bucket(), Optional.of(object.key()));
    }

    static Call on(StorageOperation operation, BucketName bucket) {
        return new Call(operation, bucket, Optional.empty());
    }

    /** The same call, as far as it is about another object. */
    Call about(ObjectRef object) {
        return on(operation, object);
    }

    String uri() {
        return "memory://" + bucket + key.map(name -> "/" + name).orElse("");
    }

    FailureDetails details(String reason, String remedy) {
        return FailureDetails.of(operation.label(), uri(), reason, remedy);
    }

    NotFoundFailure noObject(Options options) {
        String what = options.find(AtGeneration.class)
                .map(at -> "the object has no generation " + at.generation())
                .orElse("there is no such object");
        return new NotFoundFailure(details(what, "Check the key; list shows what the bucket holds."));
    }

    BucketNotFoundFailure noBucket() {
        return new BucketNotFoundFailure(FailureDetails.of(
                operation.label(),
                uri(),
                "there is no bucket " + bucket,
                "Name it when the storage is built, or describe it in the environment's state."));
    }

    ClosedFailure closed() {
        return new ClosedFailure(details("the storage is closed", "Use it before it is closed, or build another."));
    }

    InvalidRequestFailure invalid(String reason, String remedy) {
        return new InvalidRequestFailure(details(reason, remedy));
    }
}
