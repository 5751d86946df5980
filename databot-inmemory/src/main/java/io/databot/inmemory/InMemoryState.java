package io.databot.inmemory;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;
import io.databot.spi.StateFormat;
import io.databot.state.State;
import io.databot.state.StateSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * A state that is held, not read: described by a test, taken from a file once, or given. It changes when it is replaced.
 *
 * <pre>{@code
 * StateSource state = InMemoryState.environment("dev").bucket("data", "acme-dev-data").build();
 * }</pre>
 */
public final class InMemoryState implements StateSource {

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

    /** From now on this state is read, as if somebody had applied a change. */
    public void replace(State other) {
        state = Objects.requireNonNull(other, "state");
    }

    @Override
    public State read() {
        State now = state;
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    "read state", now.origin(), "the state source is closed", "Use it before it is closed."));
        }
        return now;
    }

    @Override
    public void close() {
        closed = true;
    }
}
