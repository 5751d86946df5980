package io.databot.failure;

/** The bytes do not match their checksum or declared length; nothing of them was published. */
public final class CorruptedFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public CorruptedFailure(FailureDetails details) {
        super(details);
    }

    public CorruptedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected CorruptedFailure copy(FailureDetails details) {
        return new CorruptedFailure(details);
    }
}
