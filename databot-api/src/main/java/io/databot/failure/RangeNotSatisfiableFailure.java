package io.databot.failure;

/** A read starts past the end of the object. */
public final class RangeNotSatisfiableFailure extends InvalidRequestFailure {

    private static final long serialVersionUID = 1L;

    public RangeNotSatisfiableFailure(FailureDetails details) {
        super(details);
    }

    public RangeNotSatisfiableFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected RangeNotSatisfiableFailure copy(FailureDetails details) {
        return new RangeNotSatisfiableFailure(details);
    }
}
