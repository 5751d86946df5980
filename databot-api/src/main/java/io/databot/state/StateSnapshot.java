package io.databot.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        return find(addressAndPath).orElseThrow(() -> StateAnswers.notFound(this, addressAndPath));
    }

    private Optional<StateValue> valueAt(Address address) {
        List<StateInstance> found = current.getOrDefault(address.resource(), List.of());
        Optional<StateInstance> exact = found.stream()
                .filter(instance -> instance.address().equals(address))
                .findFirst();
        if (exact.isPresent()) {
            return exact.map(StateInstance::attributes);
        }
        return found.isEmpty() || !address.key().equals(InstanceKey.NONE)
                ? Optional.empty()
                : Optional.of(StateAnswers.together(found));
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
        return StateAnswers.describe(this);
    }
}
