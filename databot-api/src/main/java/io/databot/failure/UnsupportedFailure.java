package io.databot.failure;

/** The adapter does not have the ability; it does not declare the feature, and no I/O was done. */
public final class UnsupportedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public UnsupportedFailure(FailureDetails details) {
        super(details);
    }

    public UnsupportedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected UnsupportedFailure copy(FailureDetails details) {
        return new UnsupportedFailure(details);
    }
}
