package io.databot.testkit;

import io.databot.state.StateSource;
import java.time.Clock;
import java.util.Optional;

/**
 * A place that a state adapter reads. The kit asks {@link StateContract#harness()} for one before each case, publishes a
 * state in it, and closes it afterwards.
 *
 * <p>The methods without a body are what every adapter can supply. The others say what is absent until they are
 * overridden; cases that need them are then reported as aborted.
 */
public interface StateHarness extends AutoCloseable {

    /**
     * Makes this the state that is there. An adapter of state files writes {@link StateDescription#terraformState()}; one
     * that holds a state may take {@link StateDescription#snapshot}.
     */
    void publish(StateDescription state);

    /** A new source of the published state, nothing cached; the kit closes it. Asked for after the first publish. */
    StateSource source();

    /** Lets the next read of this source look again, as if its last answer were too old; {@code false} if it cannot. */
    default boolean refresh(StateSource source) {
        return false;
    }

    /** Takes the published state away, so that it is not found; {@code false} if this harness cannot. */
    default boolean withdraw() {
        return false;
    }

    /** The clock of the sources, if it is not the system's. */
    default Optional<Clock> clock() {
        return Optional.empty();
    }

    /** Removes what was made for one case. */
    @Override
    void close();
}
