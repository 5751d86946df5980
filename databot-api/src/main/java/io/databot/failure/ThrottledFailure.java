package io.databot.failure;

/** The service refused the call for its rate or quota and did not carry it out. */
public final class ThrottledFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public ThrottledFailure(FailureDetails details) {
        super(details);
    }

    public ThrottledFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected ThrottledFailure copy(FailureDetails details) {
        return new ThrottledFailure(details);
    }
}
