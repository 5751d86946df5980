package io.databot.compute;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Something that was begun and takes its time. It goes on whether or not anybody watches; another process resumes it by
 * its id.
 *
 * <p>Thread-safe.
 *
 * @param <T> what it results in
 */
public interface Operation<T> {

    /** What the operation does just now. */
    enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /** What became of a wish to cancel. */
    enum CancelOutcome {
        /** The provider was asked; whether it obeys shows in the status. */
        REQUESTED,
        /** It had ended already. */
        ALREADY_DONE,
        /** The provider cannot cancel this. */
        UNSUPPORTED
    }

    /** The provider's name for it. */
    String id();

    /** Asks the provider how far it is. */
    Status status();

    /**
     * Waits until it ends; running out of time leaves it running.
     *
     * @throws io.databot.failure.DeadlineExceededFailure if it has not ended in time
     * @throws io.databot.failure.OperationFailedFailure if it failed or was cancelled
     * @throws io.databot.failure.InterruptedFailure if the thread is interrupted
     */
    T await(Duration limit);

    /** Completes when it ends; exceptionally with {@link io.databot.failure.OperationFailedFailure} if it failed. */
    CompletionStage<T> onCompletion();

    /** Asks the provider to cancel it. */
    CancelOutcome cancel();
}
