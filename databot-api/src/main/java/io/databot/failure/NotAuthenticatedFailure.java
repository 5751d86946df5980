package io.databot.failure;

/** The caller is not known: no credential, an expired one, or one that the service refused. */
public final class NotAuthenticatedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public NotAuthenticatedFailure(FailureDetails details) {
        super(details);
    }

    public NotAuthenticatedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected NotAuthenticatedFailure copy(FailureDetails details) {
        return new NotAuthenticatedFailure(details);
    }
}
