package io.databot.examples.inventory;

import io.databot.state.Address;
import io.databot.state.State;
import io.databot.state.StateAnswers;
import io.databot.state.StateInstance;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what is sensitive out of a state, so that whatever is made from it has no secret. */
final class Redacted {

    static final String HIDDEN = "(sensitive)";

    private Redacted() {}

    static State of(State state) {
        List<StateInstance> instances = new ArrayList<>();
        state.instances().forEach(instance -> instances.add(new Instance(instance)));
        Map<String, StateValue> outputs = new LinkedHashMap<>();
        state.outputs().forEach((name, value) -> outputs.put(name, of(value)));
        StateSnapshot.Header header = new StateSnapshot.Header(
                state.lineage(), state.serial(), state.origin(), state.readAt(), state.stale());
        return new StateSnapshot(header, instances, outputs);
    }

    /** A sensitive text says that it is; every other sensitive value is as if it were not set. */
    static StateValue of(StateValue value) {
        if (value.sensitive()) {
            return value.kind() == Kind.STRING ? StateValue.of(HIDDEN) : StateValue.ofNull();
        }
        return switch (value.kind()) {
            case LIST -> {
                List<StateValue> elements = new ArrayList<>();
                for (StateValue element : value.asList()) {
                    elements.add(of(element));
                }
                yield StateValue.of(elements);
            }
            case MAP -> {
                Map<String, StateValue> entries = new LinkedHashMap<>();
                for (Map.Entry<String, StateValue> entry : value.asMap().entrySet()) {
                    entries.put(entry.getKey(), of(entry.getValue()));
                }
                yield StateValue.of(entries);
            }
            default -> value;
        };
    }

    private record Instance(StateInstance original) implements StateInstance {

        @Override
        public Address address() {
            return original.address();
        }

        @Override
        public boolean tainted() {
            return original.tainted();
        }

        @Override
        public Optional<String> deposedKey() {
            return original.deposedKey();
        }

        @Override
        public StateValue attributes() {
            return of(original.attributes());
        }

        @Override
        public Optional<StateValue> find(String path) {
            return StateAnswers.find(this, path);
        }
    }
}
