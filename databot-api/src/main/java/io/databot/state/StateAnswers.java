package io.databot.state;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What every {@link State} answers alike; for those who implement one. */
public final class StateAnswers {

    private StateAnswers() {}

    /**
     * The current instances of one resource that has keys, when it is asked for without one: a list in the order of the
     * numbers if every key is a number, else a map.
     */
    public static StateValue together(List<StateInstance> instances) {
        Map<Long, StateValue> numbered = new TreeMap<>();
        Map<String, StateValue> named = new LinkedHashMap<>();
        for (StateInstance instance : instances) {
            InstanceKey key = instance.address().key();
            if (key instanceof InstanceKey.Index index) {
                numbered.put(index.value(), instance.attributes());
                named.put(String.valueOf(index.value()), instance.attributes());
            } else if (key instanceof InstanceKey.Name name) {
                named.put(name.value(), instance.attributes());
            }
        }
        return numbered.size() == instances.size()
                ? StateValue.of(List.copyOf(numbered.values()))
                : StateValue.of(named);
    }

    /** What {@link StateInstance#find} gives of an instance whose attributes are made. */
    public static Optional<StateValue> find(StateInstance instance, String path) {
        List<StateQuery.Step> steps = StateQuery.parsePath(path);
        return StateQuery.walk(instance.attributes(), steps);
    }

    /** What {@link State#get} throws where there is nothing; names what comes nearest. */
    public static NotFoundFailure notFound(State state, String addressAndPath) {
        List<String> names = new ArrayList<>();
        state.outputs().keySet().forEach(name -> names.add("output." + name));
        for (StateInstance instance : state.instances()) {
            if (instance.deposedKey().isEmpty()) {
                names.add(instance.address().toString());
            }
        }
        return new NotFoundFailure(FailureDetails.of(
                "find",
                addressAndPath,
                "the state at " + state.origin() + " has no such value",
                NearestNames.suggestion(addressAndPath, names)));
    }

    /** Where a state is from and how much is in it, for its {@code toString}; no values. */
    public static String describe(State state) {
        return state.origin() + " (serial " + Long.toUnsignedString(state.serial()) + ", "
                + state.instances().size() + " instances, " + state.outputs().size() + " outputs"
                + (state.stale() ? ", stale" : "") + ")";
    }
}
