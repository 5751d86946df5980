package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import io.databot.state.StateChange;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StateWatcherTest {

    private static final State STATE = States.read(States.numbered(States.LINEAGE, "1", "x"));

    /** A backend of somebody else's may throw anything, at the first look as at later ones. */
    @Test
    void faultOfALookDoesNotEndTheWatch() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<StateChange> heard = new CompletableFuture<>();
        try (LogCapture log = LogCapture.of(StateWatcher.class);
                StateWatcher watcher =
                        new StateWatcher(() -> look(looks.incrementAndGet()), Optional::empty, Duration.ofMillis(1))) {
            watcher.add(heard::complete);
            StateChange change = heard.get(1, TimeUnit.MINUTES);
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).isSameAs(STATE);
            assertThat(log.lines()).hasSize(2).allMatch(line -> line.contains("tried again"));
        }
    }

    private static Optional<State> look(int times) {
        if (times < 3) {
            throw new IllegalStateException("a fault");
        }
        return Optional.of(STATE);
    }
}
