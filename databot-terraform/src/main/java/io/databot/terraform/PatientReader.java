package io.databot.terraform;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads a state file. What was read last is kept, so that a file whose bytes are the same is not parsed again; its size and
 * time are no sign, for Terraform writes dozens of times within one tick of the file system's clock.
 *
 * <p>One that is empty or torn is read again, for Terraform truncates it in place before it
 * writes.
 */
final class PatientReader {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final int LONGER_WHILE_LOCKED = 5;

    private final StateParser parser;
    private final long maxBytes;
    private final Duration retryFor;
    private final Clock clock;
    private final Sleeper sleeper;
    private volatile Optional<State> last = Optional.empty();

    PatientReader(StateParser parser, long maxBytes, Duration retryFor, Clock clock, Sleeper sleeper) {
        this.parser = parser;
        this.maxBytes = maxBytes;
        this.retryFor = retryFor;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * The state in a file.
     *
     * @throws DatabotException if it cannot be read, or is still torn after the wait
     */
    State read(Path file, Patience patience) {
        Duration waited = Duration.ZERO;
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return readOnce(file);
            } catch (StateFailure e) {
                if (!isTorn(e) || waited.compareTo(limit(file, patience)) >= 0) {
                    throw isTorn(e) ? withLockHolder(file, e) : e;
                }
            }
            sleep(file, pause);
            waited = waited.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private State readOnce(Path file) {
        byte[] bytes = FileBytes.read(file, maxBytes);
        Optional<State> same = last.filter(state -> Relabelled.isOf(state, file.toString(), bytes));
        State state = same.isPresent()
                ? Relabelled.readAgain(same.get(), clock.instant())
                : parser.parse(bytes, file.toString(), clock.instant());
        last = Optional.of(state);
        return state;
    }

    private static boolean isTorn(StateFailure failure) {
        return failure.problem() == Problem.EMPTY || failure.problem() == Problem.TRUNCATED;
    }

    private Duration limit(Path file, Patience patience) {
        return switch (patience) {
            case NONE -> Duration.ZERO;
            case BRIEF -> retryFor;
            case WHILE_LOCKED ->
                LockNote.beside(file).isPresent() ? retryFor.multipliedBy(LONGER_WHILE_LOCKED) : retryFor;
        };
    }

    private static DatabotException withLockHolder(Path file, StateFailure torn) {
        Optional<LockNote> lock = LockNote.beside(file);
        if (lock.isEmpty()) {
            return torn;
        }
        FailureDetails details = torn.details();
        return torn.with(FailureDetails.of(
                details.operation(),
                details.resource(),
                details.reason() + "; it is locked by " + lock.get().who() + " (operation "
                        + lock.get().operation() + ")",
                "Wait until that has ended. If it was killed, restore the state from its backup."));
    }

    private void sleep(Path file, Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedFailure(
                    FailureDetails.of(
                            Refusals.OPERATION,
                            file.toString(),
                            "interrupted while Terraform was writing it",
                            "Read again."),
                    e);
        }
    }
}
