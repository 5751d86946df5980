package io.databot.failure;

/** The object was used after it was closed. */
public final class ClosedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public ClosedFailure(FailureDetails details) {
        super(details);
    }

    public ClosedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected ClosedFailure copy(FailureDetails details) {
        return new ClosedFailure(details);
    }
}
