package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateAnswers;
import io.databot.state.StateDiff;
import io.databot.state.StateInstance;
import io.databot.state.StateQuery;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A state of version 4 as an index over its text. Attributes become values when they are asked for, one alone where that is
 * enough; what was asked for last is remembered.
 */
final class IndexedState implements State {

    private final StateSnapshot.Header header;
    private final StateIndex index;
    private final Columns columns;
    private final OutputIndex outputIndex;
    private final Attributes attributes;
    private final SecretTexts secrets;
    private final Memo memo;
    private volatile @Nullable Map<String, StateValue> outputs;

    IndexedState(StateSnapshot.Header header, StateIndex index, OutputIndex outputIndex) {
        this.header = header;
        this.index = index;
        this.columns = index.columns();
        this.outputIndex = outputIndex;
        this.attributes = new Attributes(columns);
        this.secrets = attributes.secrets(outputIndex);
        this.memo = new Memo(columns.size());
    }

    @Override
    public String lineage() {
        return header.lineage();
    }

    @Override
    public long serial() {
        return header.serial();
    }

    @Override
    public String origin() {
        return header.origin();
    }

    @Override
    public Instant readAt() {
        return header.readAt();
    }

    @Override
    public boolean stale() {
        return header.stale();
    }

    /** Whether this was read from just these bytes. */
    boolean isOf(byte[] bytes) {
        return Arrays.equals(columns.bytes(), bytes);
    }

    Columns columns() {
        return columns;
    }

    @Override
    public Optional<StateValue> find(String addressAndPath) {
        Memo.Answer known = memo.find(addressAndPath);
        if (known != null) {
            return known.value();
        }
        StateValue quickly = attributes.quickly(index, addressAndPath, secrets);
        Optional<StateValue> found = quickly == null ? found(StateQuery.parse(addressAndPath)) : Optional.of(quickly);
        if (found.isEmpty() || isSmall(found.get())) {
            memo.remember(addressAndPath, found);
        }
        return found;
    }

    /** What is large is not remembered, so that asking for it does not hold it for as long as the state. */
    private static boolean isSmall(StateValue value) {
        return switch (value.kind()) {
            case NULL, BOOL -> true;
            case NUMBER -> value.asBigDecimal().precision() <= 1_000;
            case STRING -> value.asString().length() <= 4_096;
            case LIST -> value.asList().size() <= 64;
            case MAP -> value.asMap().size() <= 64;
        };
    }

    Optional<StateValue> found(StateQuery query) {
        if (query.address().isEmpty()) {
            return query.output().map(outputs()::get).flatMap(query::walk);
        }
        Address address = query.address().get();
        OptionalInt instance = index.instance(address);
        if (instance.isPresent()) {
            return in(instance.getAsInt(), query.path());
        }
        List<StateInstance> all = address.key().equals(InstanceKey.NONE) ? instancesOf(address) : List.of();
        return all.isEmpty() ? Optional.empty() : query.walk(StateAnswers.together(all));
    }

    private List<StateInstance> instancesOf(Address resource) {
        List<StateInstance> all = new ArrayList<>();
        for (int position : index.instances(resource)) {
            all.add(new IndexedInstance(this, position));
        }
        return all;
    }

    /** The value at a path in the attributes of the instance at this position. */
    Optional<StateValue> find(int instance, String path) {
        StateValue quickly = attributes.quickly(index, instance, path, secrets);
        return quickly == null ? in(instance, StateQuery.parsePath(path)) : Optional.of(quickly);
    }

    private Optional<StateValue> in(int instance, List<StateQuery.Step> path) {
        Attributes.Alone alone = attributes.alone(instance, path);
        if (alone instanceof Attributes.Alone.Found found) {
            return Optional.of(secrets.mark(found.value()));
        }
        return alone instanceof Attributes.Alone.Absent
                ? Optional.empty()
                : StateQuery.walk(attributes(instance), path);
    }

    /** The attributes of the instance at this position. */
    StateValue attributes(int instance) {
        return secrets.mark(attributes.of(instance));
    }

    @Override
    public StateValue get(String addressAndPath) {
        return find(addressAndPath).orElseThrow(() -> StateAnswers.notFound(this, addressAndPath));
    }

    @Override
    public List<StateInstance> instances(String type) {
        List<StateInstance> found = new ArrayList<>();
        for (int block = 0; block < columns.blocks(); block++) {
            KindOfResource kind = columns.kindOfBlock(block);
            if (kind.mode() == ResourceMode.MANAGED && kind.type().equals(type)) {
                for (int instance = columns.firstOf(block); instance < columns.endOf(block); instance++) {
                    if (!columns.is(instance, Columns.DEPOSED)) {
                        found.add(new IndexedInstance(this, instance));
                    }
                }
            }
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public List<StateInstance> instances() {
        StateInstance[] all = new StateInstance[columns.size()];
        Arrays.setAll(all, position -> new IndexedInstance(this, position));
        return Collections.unmodifiableList(Arrays.asList(all));
    }

    @Override
    public Map<String, StateValue> outputs() {
        Map<String, StateValue> known = outputs;
        if (known == null) {
            Map<String, StateValue> values = outputIndex.values();
            values.replaceAll((name, value) -> secrets.mark(value));
            known = Collections.unmodifiableMap(values);
            outputs = known;
        }
        return known;
    }

    @Override
    public StateDiff diff(State newer) {
        return StateDiff.between(this, newer, IndexedState::same);
    }

    /** What is written alike need not be made values of. */
    private static boolean same(StateInstance before, StateInstance after) {
        if (before.tainted() != after.tainted()) {
            return false;
        }
        boolean alike = before instanceof IndexedInstance some
                && after instanceof IndexedInstance other
                // Else what is a copy of a secret in one may be none in the other.
                && some.state().secrets.sameAs(other.state().secrets)
                && some.state().attributes.sameText(some.position(), other.state().attributes, other.position());
        return alike || before.attributes().equals(after.attributes());
    }

    /** Where it is from and how much is in it; no values. */
    @Override
    public String toString() {
        return StateAnswers.describe(this);
    }
}
