package io.databot.inmemory;

import io.databot.state.State;
import io.databot.state.StateSource;
import io.databot.testkit.StateContract;
import io.databot.testkit.StateDescription;
import io.databot.testkit.StateHarness;
import io.databot.testkit.TestClock;
import java.time.Clock;
import java.util.Optional;

class InMemoryStateContractTest extends StateContract {

    @Override
    protected StateHarness harness() {
        return new MemoryHarness();
    }

    private static final class MemoryHarness implements StateHarness {

        private final TestClock clock = TestClock.fixed();
        private State published = StateDescription.empty().snapshot("nowhere", clock.instant());

        @Override
        public void publish(StateDescription state) {
            published = state.snapshot("memory", clock.instant());
        }

        @Override
        public StateSource source() {
            return InMemoryState.of(published);
        }

        @Override
        public boolean refresh(StateSource source) {
            ((InMemoryState) source).replace(published);
            return true;
        }

        @Override
        public Optional<Clock> clock() {
            return Optional.of(clock);
        }

        @Override
        public void close() {}
    }
}
