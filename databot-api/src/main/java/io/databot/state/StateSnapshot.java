package io.databot.state;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A {@link State} over a list of instances; for adapters. Instances are indexed once, attributes stay the instances' affair. */
public final class StateSnapshot implements State {

    private final Header header;
    private final List<StateInstance> instances;
    private final Map<String, StateValue> outputs;
    private final Map<Address, List<StateInstance>> current;
    private final Map<String, List<StateInstance>> byType;

    /**
     * What a snapshot says of itself.
     *
     * @param lineage the identity of the history, or empty
     * @param serial the version within it
     * @param origin where it was read, without secrets
     * @param readAt when it was read
     * @param stale whether a later read failed
     */
    public record Header(String lineage, long serial, String origin, Instant readAt, boolean stale) {
        public Header {
            Objects.requireNonNull(lineage, "lineage");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(readAt, "readAt");
        }
    }

    public StateSnapshot(Header header, List<StateInstance> instances, Map<String, StateValue> outputs) {
        this(
                header,
                List.copyOf(instances),
                Collections.unmodifiableMap(new LinkedHashMap<>(outputs)),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        for (StateInstance instance : this.instances) {
            if (instance.deposedKey().isEmpty()) {
                Address resource = instance.address().resource();
                current.computeIfAbsent(resource, key -> new ArrayList<>()).add(instance);
                if (resource.mode() == ResourceMode.MANAGED) {
                    byType.computeIfAbsent(resource.type(), key -> new ArrayList<>())
                            .add(instance);
                }
            }
        }
    }

    private StateSnapshot(
            Header header,
            List<StateInstance> instances,
            Map<String, StateValue> outputs,
            Map<Address, List<StateInstance>> current,
            Map<String, List<StateInstance>> byType) {
        this.header = header;
        this.instances = instances;
        this.outputs = outputs;
        this.current = current;
        this.byType = byType;
    }

    /** A state with nothing in it. */
    public static StateSnapshot empty(String origin, Instant readAt) {
        return new StateSnapshot(new Header("", 0, origin, readAt, false), List.of(), Map.of());
    }

    /** The same snapshot, marked as the last good one. */
    public StateSnapshot asStale() {
        Header stale = new Header(header.lineage, header.serial, header.origin, header.readAt, true);
        return new StateSnapshot(stale, instances, outputs, current, byType);
    }

    @Override
    public String lineage() {
        return header.lineage;
    }

    @Override
    public long serial() {
        return header.serial;
    }

    @Override
    public String origin() {
        return header.origin;
    }

    @Override
    public Instant readAt() {
        return header.readAt;
    }

    @Override
    public boolean stale() {
        return header.stale;
    }

    @Override
    public Optional<StateValue> find(String addressAndPath) {
        StateQuery query = StateQuery.parse(addressAndPath);
        Optional<StateValue> start =
                query.output().map(outputs::get).or(() -> query.address().flatMap(this::valueAt));
        return start.flatMap(query::walk);
    }

    @Override
    public StateValue get(String addressAndPath) {
        return find(addressAndPath)
                .orElseThrow(() -> new NotFoundFailure(FailureDetails.of(
                        "find",
                        addressAndPath,
                        "the state at " + header.origin + " has no such value",
                        nearest(addressAndPath))));
    }

    private Optional<StateValue> valueAt(Address address) {
        List<StateInstance> found = current.getOrDefault(address.resource(), List.of());
        Optional<StateInstance> exact = found.stream()
                .filter(instance -> instance.address().equals(address))
                .findFirst();
        if (exact.isPresent()) {
            return exact.map(StateInstance::attributes);
        }
        return found.isEmpty() || !address.key().equals(InstanceKey.NONE) ? Optional.empty() : Optional.of(all(found));
    }

    /** All instances of a resource with keys: a list if every key is a number, else a map. */
    private static StateValue all(List<StateInstance> found) {
        Map<Long, StateValue> numbered = new TreeMap<>();
        Map<String, StateValue> named = new LinkedHashMap<>();
        for (StateInstance instance : found) {
            if (instance.address().key() instanceof InstanceKey.Index index) {
                numbered.put(index.value(), instance.attributes());
                named.put(String.valueOf(index.value()), instance.attributes());
            } else if (instance.address().key() instanceof InstanceKey.Name name) {
                named.put(name.value(), instance.attributes());
            }
        }
        return numbered.size() == found.size() ? StateValue.of(List.copyOf(numbered.values())) : StateValue.of(named);
    }

    private String nearest(String wanted) {
        return NearestNames.suggestion(wanted, names());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        outputs.keySet().forEach(name -> names.add("output." + name));
        current.values()
                .forEach(list ->
                        list.forEach(instance -> names.add(instance.address().toString())));
        return names;
    }

    @Override
    public List<StateInstance> instances(String type) {
        return Collections.unmodifiableList(byType.getOrDefault(type, List.of()));
    }

    @Override
    public List<StateInstance> instances() {
        return instances;
    }

    @Override
    public Map<String, StateValue> outputs() {
        return outputs;
    }

    @Override
    public StateDiff diff(State newer) {
        return StateDiff.between(this, newer);
    }

    /** Where it is from and how much is in it; no values. */
    @Override
    public String toString() {
        return header.origin + " (serial " + Long.toUnsignedString(header.serial) + ", " + instances.size()
                + " instances, " + outputs.size() + " outputs" + (header.stale ? ", stale" : "") + ")";
    }
}
