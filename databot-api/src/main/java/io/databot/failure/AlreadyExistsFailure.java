package io.databot.failure;

/** The call asked for the target to be absent and it exists; the existing one is untouched. */
public final class AlreadyExistsFailure extends ConditionFailedFailure {

    private static final long serialVersionUID = 1L;

    public AlreadyExistsFailure(FailureDetails details) {
        super(details);
    }

    public AlreadyExistsFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected AlreadyExistsFailure copy(FailureDetails details) {
        return new AlreadyExistsFailure(details);
    }
}
