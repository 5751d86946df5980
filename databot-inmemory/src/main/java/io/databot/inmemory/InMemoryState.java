package io.databot.inmemory;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;
import io.databot.spi.StateFormat;
import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateListeners;
import io.databot.state.StateMetrics;
import io.databot.state.StateSource;
import io.databot.state.StateWatch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A state that is held, not read: described by a test, taken from a file once, or given. It changes when it is replaced.
 *
 * <pre>{@code
 * StateSource state = InMemoryState.environment("dev").bucket("data", "acme-dev-data").build();
 * }</pre>
 */
public final class InMemoryState implements StateSource {

    private final StateListeners listeners = new StateListeners();
    private final AtomicLong reads = new AtomicLong();
    private volatile State state;
    private volatile boolean closed;

    private InMemoryState(State state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    /** Begins to describe an environment with nothing in it. */
    public static EnvironmentDescription environment(String name) {
        return new EnvironmentDescription(name);
    }

    /**
     * What an environment has when nobody described it: the bucket {@code {name}-data} in the role {@code data}, and the
     * service account {@code databot-{name}} of the project {@code databot-{name}}. What cannot stand in such a name
     * becomes a hyphen.
     */
    public static EnvironmentDescription standard(String name) {
        return EnvironmentDescription.standard(name);
    }

    public static InMemoryState of(State state) {
        return new InMemoryState(state);
    }

    /**
     * The state in a file, read now and never again.
     *
     * @throws UnsupportedFailure if nothing on the class path reads state files
     * @throws io.databot.failure.NotFoundFailure if there is no such file
     * @throws io.databot.failure.StateFailure if it cannot be used
     */
    public static InMemoryState of(Path file) {
        return of(file, Clock.systemUTC());
    }

    /** As {@link #of(Path)}, read at the time of this clock. */
    public static InMemoryState of(Path file, Clock clock) {
        StateFormat format = ServiceLoader.load(StateFormat.class)
                .findFirst()
                .orElseThrow(() -> new UnsupportedFailure(FailureDetails.of(
                        "read state",
                        file.toString(),
                        "nothing on the class path reads state files",
                        "Add the artifact io.databot:databot-terraform.")));
        return new InMemoryState(format.read(file, clock));
    }

    /** From now on this state is read, as if somebody had applied a change. Listeners are called before this returns. */
    public synchronized void replace(State other) {
        State before = state;
        state = Objects.requireNonNull(other, "state");
        listeners.tell(new StateChange(Optional.of(before), other));
    }

    @Override
    public State read() {
        requireOpen();
        reads.incrementAndGet();
        return state;
    }

    /** Listeners are called by {@link #replace}, on its thread. */
    @Override
    public StateWatch onChange(Consumer<StateChange> listener) {
        requireOpen();
        return listeners.add(listener);
    }

    /** Every read is a hit: nothing is loaded. */
    @Override
    public StateMetrics metrics() {
        State now = state;
        return new StateMetrics(reads.get(), 0, 0, 0, Duration.ZERO, Optional.of(now.readAt()), now.stale());
    }

    private void requireOpen() {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    "read state", state.origin(), "the state source is closed", "Use it before it is closed."));
        }
    }

    @Override
    public void close() {
        closed = true;
        listeners.clear();
    }
}
