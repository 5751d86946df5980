package io.databot.gcp.server;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** Who may do what. At first, everybody may do everything. */
public final class AccessRules {
    private final Set<String> buckets = ConcurrentHashMap.newKeySet();
    private final Set<Route.Place> objects = ConcurrentHashMap.newKeySet();
    private final Set<Operation> operations = new CopyOnWriteArraySet<>();
    private volatile Optional<String> token = Optional.empty();

    AccessRules() {}

    /** Answers requests without this bearer token with 401. */
    public AccessRules requireToken(String bearer) {
        token = Optional.of(bearer);
        return this;
    }

    /** Answers all requests for the bucket, and for what is in it, with 403. */
    public AccessRules forbid(String bucket) {
        buckets.add(bucket);
        return this;
    }

    /** Answers all requests for the object with 403. */
    public AccessRules forbid(String bucket, String object) {
        objects.add(new Route.Place(bucket, object));
        return this;
    }

    /** Answers all requests of the kind with 403. */
    public AccessRules forbid(Operation operation) {
        operations.add(operation);
        return this;
    }

    /** Allows everybody everything again. */
    public void clear() {
        token = Optional.empty();
        buckets.clear();
        objects.clear();
        operations.clear();
    }

    /** The refusal, if the call is not allowed. */
    Optional<ApiError> refusal(Call call, Route route, RecordedRequest request) {
        if (token.isPresent() && !call.header("authorization").equals(token.map("Bearer "::concat))) {
            return Optional.of(unauthenticated(call, route));
        }
        Route.Place place = new Route.Place(request.bucket(), request.object());
        boolean forbidden = operations.contains(route.operation()) || isForbidden(place) || isForbidden(route.target());
        return forbidden ? Optional.of(forbidden(route)) : Optional.empty();
    }

    private boolean isForbidden(Route.Place place) {
        return buckets.contains(place.bucket()) || objects.contains(place);
    }

    private static ApiError unauthenticated(Call call, Route route) {
        if (call.header("authorization").isPresent()) {
            return ApiError.unauthenticated("authError", "Invalid Credentials");
        }
        return ApiError.unauthenticated("required", refusal("Anonymous caller", route));
    }

    private static ApiError forbidden(Route route) {
        return ApiError.of(403, "forbidden", refusal("robot@test.iam.gserviceaccount.com", route));
    }

    private static String refusal(String who, Route route) {
        String permission = route.operation().permission();
        String what = permission.startsWith("storage.buckets") ? "bucket" : "object";
        return ("%s does not have %s access to the Google Cloud Storage %s. "
                        + "Permission '%s' denied on resource (or it may not exist).")
                .formatted(who, permission, what, permission);
    }
}
