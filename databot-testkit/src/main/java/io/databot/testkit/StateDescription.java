package io.databot.testkit;

import io.databot.state.Address;
import io.databot.state.StateAnswers;
import io.databot.state.StateInstance;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a state holds, for an adapter's harness to write in the adapter's own form. Immutable.
 *
 * @param lineage the identity of the state's history
 * @param serial the version within it, an unsigned number
 * @param instances the instances in the order of the state
 * @param outputs the root module's outputs in the order of the state
 */
public record StateDescription(String lineage, long serial, List<Instance> instances, Map<String, StateValue> outputs) {

    public StateDescription {
        Objects.requireNonNull(lineage, "lineage");
        instances = List.copyOf(instances);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * One instance.
     *
     * @param address its full address
     * @param attributes a map of its attributes
     * @param tainted whether it is marked to be replaced
     * @param deposedKey eight hex digits if it is deposed
     */
    public record Instance(Address address, StateValue attributes, boolean tainted, Optional<String> deposedKey)
            implements StateInstance {
        public Instance {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(attributes, "attributes");
            Objects.requireNonNull(deposedKey, "deposedKey");
        }

        @Override
        public Optional<StateValue> find(String path) {
            return StateAnswers.find(this, path);
        }
    }

    /** A state with nothing in it. */
    public static StateDescription empty() {
        return new StateDescription("3a7d1c52-52a2-4bb5-a5a1-2a9b7e6a0d11", 1, List.of(), Map.of());
    }

    /** The same with one current instance more. */
    public StateDescription with(String address, Map<String, StateValue> attributes) {
        return with(new Instance(Address.parse(address), StateValue.of(attributes), false, Optional.empty()));
    }

    /** The same with one instance more. */
    public StateDescription with(Instance instance) {
        List<Instance> more = new ArrayList<>(instances);
        more.add(instance);
        return new StateDescription(lineage, serial, more, outputs);
    }

    /** The same with one output more, or another value for it. */
    public StateDescription withOutput(String name, StateValue value) {
        Map<String, StateValue> more = new LinkedHashMap<>(outputs);
        more.put(name, value);
        return new StateDescription(lineage, serial, instances, more);
    }

    /** The same as another version. */
    public StateDescription withSerial(long number) {
        return new StateDescription(lineage, number, instances, outputs);
    }

    /** As a snapshot that was read at this time. */
    public StateSnapshot snapshot(String origin, Instant readAt) {
        StateSnapshot.Header header = new StateSnapshot.Header(lineage, serial, origin, readAt, false);
        return new StateSnapshot(header, List.copyOf(instances), outputs);
    }

    /** As a state file of Terraform, format version 4. */
    public String terraformState() {
        return new TerraformText(this).write();
    }
}
