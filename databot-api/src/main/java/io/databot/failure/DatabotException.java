package io.databot.failure;

/**
 * The root of everything that Databot throws on purpose.
 *
 * <p>The message reads: what, where, why, what to do. It never holds a secret. The exception of the library underneath,
 * if there was one, is the {@linkplain #getCause() cause}.
 */
public abstract sealed class DatabotException extends RuntimeException
        permits AccessDeniedFailure,
                AmbiguousFailure,
                ClosedFailure,
                ConditionFailedFailure,
                CorruptedFailure,
                DeadlineExceededFailure,
                InterruptedFailure,
                InvalidRequestFailure,
                NotAuthenticatedFailure,
                NotFoundFailure,
                OperationFailedFailure,
                OutcomeUnknownFailure,
                SettingsFailure,
                StateFailure,
                ThrottledFailure,
                UnavailableFailure,
                UnexpectedFailure,
                UnsupportedFailure {

    private static final long serialVersionUID = 1L;

    private final FailureDetails details;

    DatabotException(FailureDetails details) {
        super(details.message());
        this.details = details;
    }

    DatabotException(FailureDetails details, Throwable cause) {
        super(details.message(), cause);
        this.details = details;
    }

    /** What this failure says, part by part. */
    public final FailureDetails details() {
        return details;
    }

    /** Whether the same call may succeed if it is made again later. */
    public final boolean retryable() {
        return details.retryable();
    }

    /**
     * The same failure with other details: its class, cause, stack trace and suppressed exceptions are kept.
     *
     * <p>For layers that know more than the one that failed, such as how many attempts were made.
     */
    public final DatabotException with(FailureDetails other) {
        DatabotException copy = copy(other);
        if (getCause() != null) {
            copy.initCause(getCause());
        }
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }

    /** A failure of the same class with the given details and no cause yet. */
    protected abstract DatabotException copy(FailureDetails other);
}
