package io.databot.compute;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a job as the provider knew it at one moment.
 *
 * @param name the execution's full name
 * @param job the job
 * @param state how far it is
 * @param started when it was begun
 * @param completed when it ended
 * @param logUri where its logs are shown
 */
public record JobExecution(
        String name,
        ResourceName job,
        State state,
        Instant started,
        Optional<Instant> completed,
        Optional<URI> logUri) {

    /** How far an execution is. */
    public enum State {
        PENDING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        /** A state that this version does not know. */
        UNKNOWN
    }
}
