package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.StateInstance;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the parts of a state whose values are read at once, and marks what is secret in them. */
final class Gathered {

    private record Identity(Address address, Optional<String> deposedKey) {}

    private final Refusals refusals;
    private final List<PlainInstance> instances = new ArrayList<>();
    private final Set<Identity> seen = new HashSet<>();
    private final Map<String, StateValue> outputs = new LinkedHashMap<>();
    private final SecretTexts secrets = new SecretTexts();

    Gathered(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Adds an instance.
     *
     * @param marks what the state calls sensitive in it; what its type is known to hide is added
     * @throws io.databot.failure.StateFailure if it was added before
     */
    void add(PlainInstance instance, Marks marks) {
        if (!seen.add(new Identity(instance.address(), instance.deposedKey()))) {
            throw refusals.malformed(instance.address() + " stands twice in the state");
        }
        KnownSecrets.addTo(marks, instance.address());
        StateValue attributes = marks.applyTo(instance.attributes());
        secrets.addFrom(attributes);
        instances.add(instance.with(attributes));
    }

    /** Adds outputs, objects that hold a value and whether it is sensitive. */
    void addOutputs(Map<String, StateValue> listed) {
        for (Map.Entry<String, StateValue> entry : listed.entrySet()) {
            Fields output = Fields.of(entry.getValue(), "an output", refusals);
            Optional<StateValue> written = entry.getValue().entry("value");
            StateValue value = written.orElseThrow(() -> refusals.malformed("an output has no value"));
            StateValue marked = output.flag("sensitive") ? value.asSensitive() : value;
            secrets.addFrom(marked);
            outputs.put(entry.getKey(), marked);
        }
    }

    boolean isEmpty() {
        return instances.isEmpty() && outputs.isEmpty();
    }

    /** The state; copies of secrets are marked wherever they stand in it. */
    StateSnapshot snapshot(StateSnapshot.Header header) {
        List<StateInstance> marked = new ArrayList<>();
        for (PlainInstance instance : instances) {
            marked.add(instance.with(secrets.mark(instance.attributes())));
        }
        outputs.replaceAll((name, value) -> secrets.mark(value));
        return new StateSnapshot(header, marked, outputs);
    }
}
