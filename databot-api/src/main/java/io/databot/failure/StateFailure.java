package io.databot.failure;

/** A state was found and cannot be used as it is; {@link #problem()} says in what way. */
public final class StateFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    /** The ways in which a state can be unusable. */
    public enum Problem {
        /** The file has no bytes, as for a moment while Terraform writes it. */
        EMPTY,
        /** The text ends in the middle, as for a moment while Terraform writes it. */
        TRUNCATED,
        /** The location is a directory, a device or a pipe. */
        NOT_A_FILE,
        /** The file cannot be read by this process. */
        UNREADABLE,
        /** The bytes are not JSON. */
        NOT_JSON,
        /** The JSON is of another kind: a plan, an output listing, a lock file. */
        NOT_A_STATE,
        /** The state's format version is not one that this reader knows. */
        UNSUPPORTED_VERSION,
        /** The state is encrypted. */
        ENCRYPTED,
        /** The file is larger than the limit in the settings. */
        TOO_LARGE,
        /** The JSON is a state of the right version whose parts do not fit the format. */
        MALFORMED
    }

    private final Problem problem;

    public StateFailure(Problem problem, FailureDetails details) {
        super(details);
        this.problem = problem;
    }

    public StateFailure(Problem problem, FailureDetails details, Throwable cause) {
        super(details, cause);
        this.problem = problem;
    }

    /** In what way the state is unusable. */
    public Problem problem() {
        return problem;
    }

    @Override
    protected StateFailure copy(FailureDetails details) {
        return new StateFailure(problem, details);
    }
}
