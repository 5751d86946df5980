package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What a signed URL shall allow.
 *
 * @param ref the object
 * @param method what may be done with it
 * @param lifetime how long, from now on; more than zero, at most seven days
 * @param requiredHeaders headers that the request must carry exactly so
 */
public record SignRequest(ObjectRef ref, Method method, Duration lifetime, Map<String, String> requiredHeaders) {

    /** The longest lifetime of a signature (V4 signatures of Google Cloud Storage and of S3). */
    public static final Duration MAX_LIFETIME = Duration.ofDays(7);

    /** What may be done. */
    public enum Method {
        GET,
        HEAD,
        PUT,
        DELETE
    }

    /** @throws InvalidRequestFailure if the lifetime is out of bounds */
    public SignRequest {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(method, "method");
        requiredHeaders = Map.copyOf(requiredHeaders);
        if (lifetime.isZero() || lifetime.isNegative() || lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "sign",
                    ref.toString(),
                    "a signature lives longer than zero and at most seven days, not " + lifetime,
                    "Choose a lifetime in these bounds."));
        }
    }

    /** Without required headers. */
    public static SignRequest of(ObjectRef ref, Method method, Duration lifetime) {
        return new SignRequest(ref, method, lifetime, Map.of());
    }
}
