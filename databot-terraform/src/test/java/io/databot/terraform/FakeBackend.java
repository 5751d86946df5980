package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.spi.RecordedBackend;
import io.databot.spi.RemoteState;
import io.databot.spi.StateBackend;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A backend such as others may write, found on the class path of the tests. A state says its workspace; which there are,
 * and which version they are, the variable FAKE_STATES says: {@code default=1,dev=2}.
 */
public final class FakeBackend implements StateBackend {

    @Override
    public Set<String> types() {
        return Set.of("fake");
    }

    @Override
    public Set<String> schemes() {
        return Set.of("fake");
    }

    @Override
    public Optional<RemoteState> recorded(
            RecordedBackend backend, String workspace, Function<String, Optional<String>> variables) {
        String place = backend.text("place").orElseThrow();
        return Optional.of(
                new Fake(place, workspace, variables.apply("FAKE_STATES").orElse("")));
    }

    @Override
    public RemoteState at(String address, Function<String, Optional<String>> variables) {
        return new Fake(
                address.substring("fake://".length()),
                "default",
                variables.apply("FAKE_STATES").orElse(""));
    }

    @Override
    public void close() {
        // Nothing is held on to.
    }

    private record Fake(String place, String name, String states) implements RemoteState {

        @Override
        public Optional<String> workspace() {
            return Optional.of(name);
        }

        @Override
        public Optional<StateContent> read(StateRequest request) {
            for (String state : states.split(",", -1)) {
                if (state.startsWith(name + "=")) {
                    String version = state.substring(name.length() + 1);
                    return request.unlessVersion().equals(Optional.of(version)) ? Optional.empty() : content(version);
                }
            }
            throw new NotFoundFailure(FailureDetails.of("read state", toString(), "there is none", "Make one."));
        }

        private Optional<StateContent> content(String version) {
            byte[] bytes = States.numbered(States.LINEAGE, version, name).getBytes(StandardCharsets.UTF_8);
            return Optional.of(StateContent.of(bytes, Optional.of(version)));
        }

        @Override
        public String toString() {
            return "fake://" + place + "/" + name;
        }
    }
}
