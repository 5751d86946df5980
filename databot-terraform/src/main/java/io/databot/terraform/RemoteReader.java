package io.databot.terraform;

import io.databot.spi.RemoteState;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import io.databot.state.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads states through whoever reads their backend. What was read last is kept with its version, so that a state that has
 * not changed is neither sent nor parsed again.
 */
final class RemoteReader {

    private final StateParser parser;
    private final long maxBytes;
    private final Duration timeout;
    private final Clock clock;
    private volatile Optional<Kept> kept = Optional.empty();

    private record Kept(RemoteState place, String version, State state) {}

    RemoteReader(StateParser parser, long maxBytes, Duration timeout, Clock clock) {
        this.parser = parser;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** @throws io.databot.failure.DatabotException as {@link RemoteState#read}, or if it is no state */
    State read(Place.Remote place) {
        RemoteState remote = place.state();
        Optional<Kept> last = kept.filter(one -> one.place().equals(remote));
        Optional<StateContent> content = remote.read(new StateRequest(last.map(Kept::version), maxBytes, timeout));
        if (content.isEmpty()) {
            return last.map(one -> Relabelled.readAgain(one.state(), clock.instant()))
                    .orElseThrow(() -> new IllegalStateException(place + " is unchanged, and was not read before"));
        }
        State state = parser.parse(content.get().bytes(), place.toString(), clock.instant());
        kept = content.get().version().map(version -> new Kept(remote, version, state));
        return state;
    }
}
