package io.databot.failure;

/** A conditional read found the very generation that the caller already has. */
public final class NotModifiedFailure extends ConditionFailedFailure {

    private static final long serialVersionUID = 1L;

    public NotModifiedFailure(FailureDetails details) {
        super(details);
    }

    public NotModifiedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected NotModifiedFailure copy(FailureDetails details) {
        return new NotModifiedFailure(details);
    }
}
