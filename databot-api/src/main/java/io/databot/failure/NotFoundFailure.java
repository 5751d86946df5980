package io.databot.failure;

/** The thing that the call names does not exist: an object, a state, a resource, an environment. */
public sealed class NotFoundFailure extends DatabotException permits BucketNotFoundFailure {

    private static final long serialVersionUID = 1L;

    public NotFoundFailure(FailureDetails details) {
        super(details);
    }

    public NotFoundFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected NotFoundFailure copy(FailureDetails details) {
        return new NotFoundFailure(details);
    }
}
