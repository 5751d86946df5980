package io.databot.failure;

/** The call itself is wrong; it was refused, mostly before any I/O. */
public sealed class InvalidRequestFailure extends DatabotException permits RangeNotSatisfiableFailure {

    private static final long serialVersionUID = 1L;

    public InvalidRequestFailure(FailureDetails details) {
        super(details);
    }

    public InvalidRequestFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected InvalidRequestFailure copy(FailureDetails details) {
        return new InvalidRequestFailure(details);
    }
}
