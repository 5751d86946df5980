package io.databot.terraform;

import io.databot.state.State;
import io.databot.state.StateAnswers;
import io.databot.state.StateDiff;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state that was read before: its content is as it was, what is said of the reading is not.
 *
 * @param content what was read
 * @param readAt when it was last known to be so
 * @param stale whether a later read failed
 */
record Relabelled(State content, Instant readAt, boolean stale) implements State {

    /** The last good state, after a read that failed. */
    static State stale(State last) {
        return new Relabelled(contentOf(last), last.readAt(), true);
    }

    /** The same state, seen again. */
    static State readAgain(State last, Instant now) {
        return new Relabelled(contentOf(last), now, false);
    }

    /** Whether both are of one reading: what was found unchanged is not read again. */
    static boolean sameContent(State some, State other) {
        return contentOf(some) == contentOf(other);
    }

    /** Whether a state was read from these bytes at this place; {@code false} if that cannot be told any more. */
    static boolean isOf(State state, String origin, byte[] bytes) {
        return contentOf(state) instanceof IndexedState indexed
                && indexed.origin().equals(origin)
                && indexed.isOf(bytes);
    }

    private static State contentOf(State state) {
        return state instanceof Relabelled relabelled ? relabelled.content : state;
    }

    @Override
    public String lineage() {
        return content.lineage();
    }

    @Override
    public long serial() {
        return content.serial();
    }

    @Override
    public String origin() {
        return content.origin();
    }

    @Override
    public Optional<StateValue> find(String addressAndPath) {
        return content.find(addressAndPath);
    }

    @Override
    public StateValue get(String addressAndPath) {
        return content.get(addressAndPath);
    }

    @Override
    public List<StateInstance> instances(String type) {
        return content.instances(type);
    }

    @Override
    public List<StateInstance> instances() {
        return content.instances();
    }

    @Override
    public Map<String, StateValue> outputs() {
        return content.outputs();
    }

    @Override
    public StateDiff diff(State newer) {
        return contentOf(this).diff(contentOf(newer));
    }

    @Override
    public String toString() {
        return StateAnswers.describe(this);
    }
}
