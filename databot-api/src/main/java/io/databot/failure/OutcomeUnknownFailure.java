package io.databot.failure;

/** A write was sent, its reply was lost, and looking could not tell whether it took effect. */
public final class OutcomeUnknownFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownFailure(FailureDetails details) {
        super(details);
    }

    public OutcomeUnknownFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected OutcomeUnknownFailure copy(FailureDetails details) {
        return new OutcomeUnknownFailure(details);
    }
}
