package io.databot.compute;

import java.util.List;
import java.util.Optional;

/**
 * Cloud Run jobs and their executions.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs">Cloud Run Admin API v2</a>
 */
public interface RunJobs {

    /**
     * Begins one execution of a job. The operation's id is the execution's name and is known at once.
     *
     * @throws io.databot.failure.NotFoundFailure if there is no such job
     */
    Operation<JobExecution> run(ResourceName job, JobOverrides overrides);

    /** The executions of a job, newest first; empty if there is no such job. */
    List<JobExecution> executions(ResourceName job);

    /** Looks an execution up by its name. */
    Optional<JobExecution> find(String execution);

    /**
     * The handle of an execution that was begun earlier.
     *
     * @throws io.databot.failure.NotFoundFailure if there is no such execution
     */
    Operation<JobExecution> resume(String execution);
}
