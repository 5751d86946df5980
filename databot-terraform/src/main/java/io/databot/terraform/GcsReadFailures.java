package io.databot.terraform;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.terraform.GcsBackend.Trait;
import io.databot.terraform.Place.GcsObject;

/** Says of a failure of the storage port what it means for a state. Class, retry and cause stay as they are. */
final class GcsReadFailures {

    private GcsReadFailures() {}

    static DatabotException of(GcsObject place, DatabotException failure) {
        FailureDetails details = failure.details();
        return failure.with(new FailureDetails(
                Refusals.OPERATION,
                place.toString(),
                reason(place, failure),
                remedy(place, failure),
                details.attempts(),
                details.retryable(),
                details.retryAfter()));
    }

    private static String reason(GcsObject place, DatabotException failure) {
        if (failure instanceof NotFoundFailure && !(failure instanceof BucketNotFoundFailure)) {
            return "there is no such object"
                    + place.workspace()
                            .map(name -> ", so workspace " + name + " has no state there")
                            .orElse("");
        }
        return failure.details().reason();
    }

    private static String remedy(GcsObject place, DatabotException failure) {
        return join(own(place, failure), place.traits().contains(Trait.ENDPOINT) ? endpoint() : "");
    }

    private static String own(GcsObject place, DatabotException failure) {
        String said = failure.details().remedy();
        if (failure instanceof BucketNotFoundFailure) {
            return "Check the bucket's name in the gcs backend, or in state.location (DATABOT_STATE).";
        }
        if (failure instanceof NotFoundFailure) {
            return "Run terraform apply there, select the workspace that has a state, or set state.location"
                    + " (DATABOT_STATE) to the object.";
        }
        if (failure instanceof InvalidRequestFailure) {
            return join(
                    said,
                    "If the state is encrypted with a key of yours, write it to a file, readable by you alone: "
                            + "terraform state pull > FILE; then set state.location (DATABOT_STATE) to FILE.");
        }
        if (failure instanceof AccessDeniedFailure || failure instanceof NotAuthenticatedFailure) {
            return join(join(said, "The identity needs the right storage.objects.get on it."), identity(place));
        }
        return said;
    }

    private static String identity(GcsObject place) {
        return place.traits().contains(Trait.IDENTITY)
                ? "The credentials in the backend's configuration are not used: set credentials.file or"
                        + " credentials.impersonate to the identity that may read it."
                : "";
    }

    private static String endpoint() {
        return "The backend has an endpoint of its own (storage_custom_endpoint), which is not used: if storage.host is"
                + " not set to that service, set it.";
    }

    private static String join(String some, String more) {
        return some.isEmpty() || more.isEmpty() ? some + more : some + " " + more;
    }
}
