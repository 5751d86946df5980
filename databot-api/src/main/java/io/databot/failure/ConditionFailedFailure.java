package io.databot.failure;

/** A condition of the call did not hold, so nothing was changed. */
public sealed class ConditionFailedFailure extends DatabotException permits AlreadyExistsFailure, NotModifiedFailure {

    private static final long serialVersionUID = 1L;

    public ConditionFailedFailure(FailureDetails details) {
        super(details);
    }

    public ConditionFailedFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected ConditionFailedFailure copy(FailureDetails details) {
        return new ConditionFailedFailure(details);
    }
}
