package io.databot.failure;

/** The service answered in a way that its documentation does not foresee. */
public final class UnexpectedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public UnexpectedFailure(FailureDetails details) {
        super(details);
    }

    public UnexpectedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected UnexpectedFailure copy(FailureDetails details) {
        return new UnexpectedFailure(details);
    }
}
