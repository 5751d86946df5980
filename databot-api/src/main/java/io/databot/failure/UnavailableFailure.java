package io.databot.failure;

/** The service could not be reached or could not answer; whether it acted is not known. */
public final class UnavailableFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    public UnavailableFailure(FailureDetails details) {
        super(details);
    }

    public UnavailableFailure(FailureDetails details, Throwable cause) {
        super(details, cause);
    }

    @Override
    protected UnavailableFailure copy(FailureDetails details) {
        return new UnavailableFailure(details);
    }
}
