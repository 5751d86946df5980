package io.databot.failure;

/** The caller is known and lacks a permission; the remedy names it where the service did. */
public final class AccessDeniedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public AccessDeniedFailure(FailureDetails details) {
        super(details);
    }

    public AccessDeniedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected AccessDeniedFailure copy(FailureDetails details) {
        return new AccessDeniedFailure(details);
    }
}
