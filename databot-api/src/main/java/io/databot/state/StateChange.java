package io.databot.state;

import java.util.Objects;
import java.util.Optional;

/**
 * One state was followed by another.
 *
 * @param before what was read before; empty if there was no state
 * @param after what is read now
 */
public record StateChange(Optional<State> before, State after) {

    public StateChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** What appeared, changed and went. Compares the two states each time that it is asked. */
    public StateDiff diff() {
        return before.orElseGet(() -> StateSnapshot.empty(after.origin(), after.readAt()))
                .diff(after);
    }
}
