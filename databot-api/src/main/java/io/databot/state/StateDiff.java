package io.databot.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What differs between two states: which instances and outputs appeared, changed and went. Instances are told apart by
 * their addresses; deposed ones do not count. Immutable; prints addresses and names of attributes, never values.
 *
 * @param appeared the instances that only the newer state has, in its order
 * @param changed the instances that both have and that differ, in the order of the newer state
 * @param gone the instances that only the older state has, in its order
 * @param outputs the outputs that differ: those of the newer state in its order, then those that only the older one has
 */
public record StateDiff(
        List<StateInstance> appeared,
        List<InstanceChange> changed,
        List<StateInstance> gone,
        List<OutputChange> outputs) {

    public StateDiff {
        appeared = List.copyOf(appeared);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
        outputs = List.copyOf(outputs);
    }

    /**
     * An instance that both states have. One that was only marked to be replaced, or is so no more, has changed too.
     *
     * @param before it in the older state
     * @param after it in the newer state
     */
    public record InstanceChange(StateInstance before, StateInstance after) {

        public Address address() {
            return after.address();
        }

        /** The names of the attributes that appeared, changed or went, sorted; none if only the mark changed. */
        public Set<String> attributes() {
            Map<String, StateValue> old = entries(before);
            Map<String, StateValue> now = entries(after);
            Set<String> names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            names.removeIf(name -> old.containsKey(name) && old.get(name).equals(now.get(name)));
            return names;
        }

        private static Map<String, StateValue> entries(StateInstance instance) {
            StateValue attributes = instance.attributes();
            return attributes.kind() == StateValue.Kind.MAP ? attributes.asMap() : Map.of();
        }

        @Override
        public String toString() {
            return address() + " " + attributes();
        }
    }

    /**
     * An output that differs.
     *
     * @param name its name
     * @param before its value in the older state; empty if it is not there
     * @param after its value in the newer state; empty if it is not there
     */
    public record OutputChange(String name, Optional<StateValue> before, Optional<StateValue> after) {

        @Override
        public String toString() {
            return "output." + name;
        }
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return appeared.isEmpty() && changed.isEmpty() && gone.isEmpty() && outputs.isEmpty();
    }

    /** Compares two states; for those who implement {@link State#diff}. */
    public static StateDiff between(State older, State newer) {
        return between(older, newer, StateDiff::same);
    }

    /**
     * The same, for adapters that can tell faster whether two instances of one address are equal.
     *
     * @param equal whether an instance of the older state equals one of the newer
     */
    public static StateDiff between(State older, State newer, BiPredicate<StateInstance, StateInstance> equal) {
        Map<Address, StateInstance> left = current(older);
        List<StateInstance> appeared = new ArrayList<>();
        List<InstanceChange> changed = new ArrayList<>();
        for (StateInstance after : newer.instances()) {
            if (after.deposedKey().isPresent()) {
                continue;
            }
            StateInstance before = left.remove(after.address());
            if (before == null) {
                appeared.add(after);
            } else if (!equal.test(before, after)) {
                changed.add(new InstanceChange(before, after));
            }
        }
        return new StateDiff(appeared, changed, List.copyOf(left.values()), outputs(older.outputs(), newer.outputs()));
    }

    private static Map<Address, StateInstance> current(State state) {
        Map<Address, StateInstance> instances = new LinkedHashMap<>();
        for (StateInstance instance : state.instances()) {
            if (instance.deposedKey().isEmpty()) {
                instances.put(instance.address(), instance);
            }
        }
        return instances;
    }

    private static boolean same(StateInstance before, StateInstance after) {
        return before.tainted() == after.tainted() && before.attributes().equals(after.attributes());
    }

    private static List<OutputChange> outputs(Map<String, StateValue> before, Map<String, StateValue> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<OutputChange> changes = new ArrayList<>();
        for (String name : names) {
            Optional<StateValue> old = Optional.ofNullable(before.get(name));
            Optional<StateValue> now = Optional.ofNullable(after.get(name));
            if (!old.equals(now)) {
                changes.add(new OutputChange(name, old, now));
            }
        }
        return changes;
    }

    @Override
    public String toString() {
        return "appeared " + addresses(appeared) + ", changed " + changed + ", gone " + addresses(gone) + ", outputs "
                + outputs;
    }

    private static List<Address> addresses(List<StateInstance> instances) {
        return instances.stream().map(StateInstance::address).toList();
    }
}
