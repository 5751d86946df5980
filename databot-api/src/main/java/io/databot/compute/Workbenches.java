package io.databot.compute;

import java.util.List;
import java.util.Optional;

/**
 * Vertex AI Workbench instances.
 *
 * @see <a href="https://cloud.google.com/vertex-ai/docs/workbench/reference/rest/v2/projects.locations.instances">Notebooks
 *     API v2</a>
 */
public interface Workbenches {

    /**
     * Begins to create an instance.
     *
     * @throws io.databot.failure.AlreadyExistsFailure if there is one of that name
     */
    Operation<WorkbenchInstance> create(WorkbenchSpec spec);

    /** Looks an instance up; empty if there is none. */
    Optional<WorkbenchInstance> find(ResourceName name);

    /** The instances of a zone, or of all zones for the location {@code -}, ordered by name. */
    List<WorkbenchInstance> list(String project, String location);

    /**
     * Begins to start a stopped instance; one that runs already ends the operation at once.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none
     * @throws io.databot.failure.ConditionFailedFailure if it is in a state that cannot be started
     */
    Operation<WorkbenchInstance> start(ResourceName name);

    /**
     * Begins to stop a running instance; one that is stopped already ends the operation at once. Its disks stay.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none
     * @throws io.databot.failure.ConditionFailedFailure if it is in a state that cannot be stopped
     */
    Operation<WorkbenchInstance> stop(ResourceName name);

    /**
     * Begins to delete an instance with its disks.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none
     */
    Operation<WorkbenchInstance> delete(ResourceName name);

    /**
     * The handle of an operation that was begun earlier, perhaps by another process.
     *
     * @throws io.databot.failure.NotFoundFailure if the provider does not know it (any more)
     */
    Operation<WorkbenchInstance> resume(String operationId);
}
