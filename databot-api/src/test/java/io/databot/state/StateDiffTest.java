package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateDiffTest {

    private record Instance(Address address, StateValue attributes, boolean tainted, Optional<String> deposedKey)
            implements StateInstance {

        @Override
        public Optional<StateValue> find(String path) {
            return StateAnswers.find(this, path);
        }
    }

    private static StateInstance instance(String address, String name) {
        return new Instance(
                Address.parse(address), StateValue.of(Map.of("name", StateValue.of(name))), false, Optional.empty());
    }

    private static State state(StateInstance... instances) {
        return new StateSnapshot(
                new StateSnapshot.Header("l", 1, "test", Instant.EPOCH, false), List.of(instances), Map.of());
    }

    @Test
    void firstStateAppearsAsAWhole() {
        StateChange first = new StateChange(Optional.empty(), state(instance("a.b", "x"), instance("a.c[0]", "y")));
        assertThat(first.diff().appeared()).hasSize(2);
        assertThat(first.diff().gone()).isEmpty();
    }

    @Test
    void numberAndTextOfThatNumberAreDifferentInstances() {
        StateDiff diff = state(instance("a.b[0]", "x")).diff(state(instance("a.b[\"0\"]", "x")));
        assertThat(diff.appeared()).hasSize(1);
        assertThat(diff.gone()).hasSize(1);
        assertThat(diff.changed()).isEmpty();
    }

    @Test
    void orderOfInstancesDoesNotMatter() {
        StateInstance one = instance("a.b", "x");
        StateInstance two = instance("a.c", "y");
        assertThat(state(one, two).diff(state(two, one)).isEmpty()).isTrue();
    }

    @Test
    void endedListenerIsNotToldEvenByAChangeUnderWay() {
        StateListeners listeners = new StateListeners();
        List<String> told = new ArrayList<>();
        List<StateWatch> watches = new ArrayList<>();
        listeners.add(change -> {
            told.add("first");
            watches.forEach(StateWatch::close);
        });
        watches.add(listeners.add(change -> told.add("second")));
        listeners.tell(new StateChange(Optional.empty(), state()));
        assertThat(told).containsExactly("first");
        assertThat(listeners.isEmpty()).isFalse();
    }
}
