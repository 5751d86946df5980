package io.databot.failure;

/** The calling thread was interrupted; its interrupt flag is set again. */
public final class InterruptedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public InterruptedFailure(FailureDetails details) {
        super(details);
    }

    public InterruptedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected InterruptedFailure copy(FailureDetails details) {
        return new InterruptedFailure(details);
    }
}
