package io.databot.failure;

/** A long-running operation ended in failure. */
public final class OperationFailedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public OperationFailedFailure(FailureDetails details) {
        super(details);
    }

    public OperationFailedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected OperationFailedFailure copy(FailureDetails details) {
        return new OperationFailedFailure(details);
    }
}
