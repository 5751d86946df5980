package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateListeners;
import io.databot.state.StateMetrics;
import io.databot.state.StateSnapshot;
import io.databot.state.StateSource;
import io.databot.state.StateValue;
import io.databot.state.StateWatch;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StateContractTest {

    @Test
    void sourceThatKeepsTheContractPasses() {
        KitRun run = KitRun.of(Tiny.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(30);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(RoundsNumbers.class, "Values", "numberKeepsEveryDigit"),
                Arguments.of(ForgetsMarks.class, "Values", "sensitiveValueIsPrintedByNothing"),
                Arguments.of(SortsOutputs.class, "Inventory", "outputsKeepTheirOrder"),
                Arguments.of(ShowsDeposed.class, "Inventory", "queryNeverFindsDeposedInstance"),
                Arguments.of(NeverCloses.class, "Sources", "closedSourceFails"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultIsFound(Class<?> contract, String group, String expected) {
        KitRun run = KitRun.of(contract, group);
        assertThat(run.failed()).contains(expected);
        assertThat(run.passed())
                .as("cases that have nothing to do with the fault")
                .isNotEmpty();
    }

    /** Holds a state that its harness replaces or takes away. */
    private static class Source implements StateSource {

        private final Harness harness;
        private Optional<StateSnapshot> last;
        private final StateListeners listeners = new StateListeners();
        private long hits;
        private long loads;
        private boolean closed;

        Source(Harness harness) {
            this.harness = harness;
            this.last = harness.snapshot();
        }

        synchronized void lookAgain() {
            Optional<StateSnapshot> before = last;
            last = harness.snapshot().or(() -> last.map(StateSnapshot::asStale));
            loads++;
            before.ifPresent(old -> last.ifPresent(now -> tell(old, now)));
        }

        private void tell(StateSnapshot before, StateSnapshot now) {
            if (!now.stale() && !before.diff(now).isEmpty()) {
                listeners.tell(new StateChange(Optional.of(before), now));
            }
        }

        @Override
        public synchronized StateWatch onChange(Consumer<StateChange> listener) {
            requireOpen();
            return listeners.add(listener);
        }

        @Override
        public synchronized StateMetrics metrics() {
            return new StateMetrics(
                    hits,
                    loads,
                    0,
                    0,
                    Duration.ZERO,
                    last.map(StateSnapshot::readAt),
                    last.isPresent() && last.get().stale());
        }

        @Override
        public synchronized State read() {
            requireOpen();
            hits++;
            return last.orElseThrow(() ->
                    new NotFoundFailure(FailureDetails.of("read state", "test", "there is none", "Publish one.")));
        }

        private void requireOpen() {
            if (closed) {
                throw new ClosedFailure(FailureDetails.of("read state", "test", "the source is closed", "Open it."));
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            listeners.clear();
        }
    }

    private static class Harness implements StateHarness {

        private final TestClock clock = TestClock.fixed();
        private final UnaryOperator<StateDescription> fault;
        private Optional<StateDescription> published = Optional.empty();

        Harness(UnaryOperator<StateDescription> fault) {
            this.fault = fault;
        }

        Optional<StateSnapshot> snapshot() {
            return published.map(state -> state.snapshot("test", clock.instant()));
        }

        @Override
        public void publish(StateDescription state) {
            published = Optional.of(fault.apply(state));
        }

        @Override
        public StateSource source() {
            return new Source(this);
        }

        @Override
        public boolean refresh(StateSource source) {
            ((Source) source).lookAgain();
            return true;
        }

        @Override
        public boolean withdraw() {
            published = Optional.empty();
            return true;
        }

        @Override
        public Optional<Clock> clock() {
            return Optional.of(clock);
        }

        @Override
        public void close() {}
    }

    static final class Tiny extends StateContract {
        @Override
        protected StateHarness harness() {
            return new Harness(UnaryOperator.identity());
        }
    }

    private static StateDescription eachOutput(StateDescription state, UnaryOperator<StateValue> change) {
        StateDescription changed = state;
        for (Map.Entry<String, StateValue> output : state.outputs().entrySet()) {
            changed = changed.withOutput(output.getKey(), change.apply(output.getValue()));
        }
        return changed;
    }

    static final class RoundsNumbers extends StateContract {
        @Override
        protected StateHarness harness() {
            return new Harness(state -> eachOutput(state, RoundsNumbers::rounded));
        }

        private static StateValue rounded(StateValue value) {
            boolean number = value.kind() == StateValue.Kind.NUMBER;
            double nearest = number ? value.asBigDecimal().doubleValue() : 0;
            return number && Double.isFinite(nearest) ? StateValue.of(new BigDecimal(nearest)) : value;
        }
    }

    static final class ForgetsMarks extends StateContract {
        @Override
        protected StateHarness harness() {
            return new Harness(
                    state -> eachOutput(state, value -> value.sensitive() ? StateValue.of(value.asString()) : value));
        }
    }

    static final class SortsOutputs extends StateContract {
        @Override
        protected StateHarness harness() {
            return new Harness(state -> new StateDescription(
                    state.lineage(), state.serial(), state.instances(), new TreeMap<>(state.outputs())));
        }
    }

    static final class ShowsDeposed extends StateContract {
        @Override
        protected StateHarness harness() {
            return new Harness(state -> new StateDescription(
                    state.lineage(),
                    state.serial(),
                    state.instances().stream()
                            .map(instance -> new StateDescription.Instance(
                                    instance.address(), instance.attributes(), instance.tainted(), Optional.empty()))
                            .toList(),
                    state.outputs()));
        }
    }

    static final class NeverCloses extends StateContract {
        @Override
        protected StateHarness harness() {
            return new Harness(UnaryOperator.identity()) {
                @Override
                public StateSource source() {
                    return new Source(this) {
                        @Override
                        public synchronized void close() {}
                    };
                }
            };
        }
    }
}
