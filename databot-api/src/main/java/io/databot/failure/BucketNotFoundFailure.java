package io.databot.failure;

/** The bucket itself does not exist, as opposed to an object in it. */
public final class BucketNotFoundFailure extends NotFoundFailure {

    private static final long serialVersionUID = 1L;

    public BucketNotFoundFailure(FailureDetails details) {
        super(details);
    }

    public BucketNotFoundFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected BucketNotFoundFailure copy(FailureDetails details) {
        return new BucketNotFoundFailure(details);
    }
}
