package io.databot.terraform;

import io.databot.failure.DatabotException;
import io.databot.failure.InterruptedFailure;
import io.databot.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the last read came to.
 *
 * @param snapshot what to give out: the state, or the last good one marked as stale
 * @param failure why the last read failed; empty if it did not
 * @param retryAt when to try again after a failure, on the cache's clock
 */
record Outcome(Optional<State> snapshot, Optional<DatabotException> failure, long retryAt) {

    /** How long a failure is given out again before the next try. */
    static final Duration FAILURES_KEPT = Duration.ofSeconds(1);

    /** Before the first read. */
    static final Outcome NOTHING_YET = new Outcome(Optional.empty(), Optional.empty(), 0);

    static Outcome good(State snapshot) {
        return new Outcome(Optional.of(snapshot), Optional.empty(), 0);
    }

    /** Nothing to give out, or the last good snapshot. Who was interrupted says nothing about the file: try again at once. */
    static Outcome failed(Optional<State> lastGood, DatabotException failure, long now) {
        long pause = failure instanceof InterruptedFailure ? 0 : FAILURES_KEPT.toNanos();
        return new Outcome(lastGood.map(Relabelled::stale), Optional.of(failure), now + pause);
    }

    /** Whether there is nothing to give out: what there is was read too long ago. */
    boolean isTooOld(Instant now, Duration limit) {
        return failure.isPresent()
                && snapshot.isPresent()
                && snapshot.get().readAt().plus(limit).isBefore(now);
    }

    boolean isDue(long now) {
        return failure.isPresent() && now - retryAt >= 0;
    }

    boolean wasInterrupted() {
        return failure.isPresent() && failure.get() instanceof InterruptedFailure && snapshot.isEmpty();
    }

    State state() {
        if (snapshot.isPresent()) {
            return snapshot.get();
        }
        throw failure.orElseThrow();
    }
}
