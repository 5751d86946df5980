package io.databot.failure;

import java.util.List;

/** Several things fit what the call asked for, and guessing would be wrong; the message names them all. */
public final class AmbiguousFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    /** Serializable, as {@link List#copyOf} gives it. */
    @SuppressWarnings("serial")
    private final List<String> candidates;

    public AmbiguousFailure(FailureDetails details, List<String> candidates) {
        super(details);
        this.candidates = List.copyOf(candidates);
    }

    /** Everything that fits, in a stable order. */
    public List<String> candidates() {
        return candidates;
    }

    @Override
    protected AmbiguousFailure copy(FailureDetails details) {
        return new AmbiguousFailure(details, candidates);
    }
}
