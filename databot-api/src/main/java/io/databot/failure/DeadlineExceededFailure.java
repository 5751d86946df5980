package io.databot.failure;

/** The time for the call ran out, retries and waits included. */
public final class DeadlineExceededFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public DeadlineExceededFailure(FailureDetails details) {
        super(details);
    }

    public DeadlineExceededFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected DeadlineExceededFailure copy(FailureDetails details) {
        return new DeadlineExceededFailure(details);
    }
}
