package io.databot.compute;

import java.util.List;
import java.util.Optional;

/**
 * Cloud Run services.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services">Cloud Run Admin API v2</a>
 */
public interface RunServices {

    /** Begins to create the service, or to replace its revision. */
    Operation<RunServiceInstance> deploy(RunServiceSpec spec);

    /** Looks a service up; empty if there is none. */
    Optional<RunServiceInstance> find(ResourceName name);

    /** The services of a region, ordered by name. */
    List<RunServiceInstance> list(String project, String location);

    /**
     * Begins to delete a service.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none
     */
    Operation<RunServiceInstance> delete(ResourceName name);

    /**
     * Calls a service over HTTP with an ID token for it. Needs {@link ComputeFeature#INVOKE}. Every HTTP status is an
     * answer, not a failure.
     *
     * @throws io.databot.failure.NotFoundFailure if there is no such service
     */
    HttpReply invoke(ResourceName name, HttpCall call);

    /**
     * The handle of an operation that was begun earlier.
     *
     * @throws io.databot.failure.NotFoundFailure if the provider does not know it (any more)
     */
    Operation<RunServiceInstance> resume(String operationId);
}
