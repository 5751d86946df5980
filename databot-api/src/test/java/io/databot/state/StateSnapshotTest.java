package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateSnapshotTest {

    private record Instance(Address address, Optional<String> deposedKey, StateValue attributes)
            implements StateInstance {

        @Override
        public boolean tainted() {
            return false;
        }

        @Override
        public Optional<StateValue> find(String path) {
            return StateAnswers.find(this, path);
        }
    }

    private static Instance instance(String address, String name) {
        return new Instance(
                Address.parse(address), Optional.empty(), StateValue.of(Map.of("name", StateValue.of(name))));
    }

    private static Instance deposed(String address, String name) {
        return new Instance(
                Address.parse(address), Optional.of("0000dead"), StateValue.of(Map.of("name", StateValue.of(name))));
    }

    private static StateSnapshot snapshot(StateInstance... instances) {
        return new StateSnapshot(
                new StateSnapshot.Header("lineage", -1, "here.tfstate", Instant.EPOCH, false),
                List.of(instances),
                Map.of("bucket", StateValue.of("acme")));
    }

    @Test
    void exactAddressIsFoundAndNoPrefixOfIt() {
        State state = snapshot(instance("a.b", "1"), instance("a.bc", "2"), instance("module.m.a.b", "3"));
        assertThat(state.get("a.b.name").asString()).isEqualTo("1");
        assertThat(state.get("module.m.a.b.name").asString()).isEqualTo("3");
        assertThat(state.find("a.bcd")).isEmpty();
        assertThat(state.find("module.m[0].a.b")).isEmpty();
        assertThat(state.find("data.a.b")).isEmpty();
    }

    @Test
    void addressWithoutKeyGivesNumberedInstancesInOrder() {
        State state = snapshot(instance("a.b[10]", "ten"), instance("a.b[2]", "two"), instance("a.b[0]", "zero"));
        assertThat(state.get("a.b").asList())
                .extracting(element -> element.asMap().get("name").asString())
                .containsExactly("zero", "two", "ten");
        assertThat(state.get("a.b[10].name").asString()).isEqualTo("ten");
        assertThat(state.find("a.b[1]")).isEmpty();
    }

    @Test
    void addressWithoutKeyGivesNamedInstancesAsAMap() {
        State state = snapshot(instance("a.b[\"x\"]", "1"), instance("a.b[\"y.z\"]", "2"));
        assertThat(state.get("a.b").asMap()).containsOnlyKeys("x", "y.z");
        assertThat(state.get("a.b[\"y.z\"].name").asString()).isEqualTo("2");
    }

    @Test
    void instanceWithoutKeyIsMeantWhereThereIsOne() {
        State state = snapshot(instance("a.b[0]", "zero"), instance("a.b", "plain"), instance("a.b[\"0\"]", "text"));
        assertThat(state.get("a.b.name").asString()).isEqualTo("plain");
        assertThat(state.get("a.b[0].name").asString()).isEqualTo("zero");
        assertThat(state.get("a.b[\"0\"].name").asString()).isEqualTo("text");
    }

    @Test
    void deposedObjectIsNeverTakenForTheCurrentOne() {
        State state = snapshot(deposed("a.b", "old"), instance("a.b", "new"), deposed("a.only", "old"));
        assertThat(state.get("a.b.name").asString()).isEqualTo("new");
        assertThat(state.find("a.only")).isEmpty();
        assertThat(state.instances("a")).hasSize(1);
        assertThat(state.instances()).hasSize(3);
    }

    @Test
    void dataSourcesAreNotAmongTheInstancesOfAType() {
        State state = snapshot(instance("data.a.b", "read"), instance("a.b", "made"));
        assertThat(state.instances("a")).extracting(StateInstance::address).containsExactly(Address.parse("a.b"));
        assertThat(state.get("data.a.b.name").asString()).isEqualTo("read");
    }

    @Test
    void whatIsMissingIsRefusedWithTheNearestNames() {
        State state =
                snapshot(instance("google_storage_bucket.data", "1"), instance("google_storage_bucket.logs", "2"));
        assertThatThrownBy(() -> state.get("google_storage_bucket.date.name"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("here.tfstate")
                .hasMessageContaining("google_storage_bucket.data");
        assertThatThrownBy(() -> state.get("output.buckets"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("output.bucket");
        assertThatThrownBy(() -> state.get("no address")).isInstanceOf(InvalidRequestFailure.class);
    }

    @Test
    void staleCopyDiffersInNothingElse() {
        StateSnapshot state = snapshot(instance("a.b", "1"));
        StateSnapshot stale = state.asStale();
        assertThat(stale.stale()).isTrue();
        assertThat(state.stale()).isFalse();
        assertThat(stale.instances()).isEqualTo(state.instances());
        assertThat(stale.instances("a")).isEqualTo(state.instances("a"));
        assertThat(stale.get("a.b.name")).isEqualTo(state.get("a.b.name"));
        assertThat(stale.outputs()).isEqualTo(state.outputs());
        assertThat(stale.lineage()).isEqualTo("lineage");
        assertThat(stale.serial()).isEqualTo(-1);
        assertThat(stale.origin()).isEqualTo("here.tfstate");
        assertThat(stale.readAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void printingTellsSizesAndNoValues() {
        assertThat(snapshot(instance("a.b", "swordfish")))
                .hasToString("here.tfstate (serial 18446744073709551615, 1 instances, 1 outputs)");
    }

    @Test
    void listsCannotBeChanged() {
        State state = snapshot(instance("a.b", "1"));
        assertThatThrownBy(() -> state.instances().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> state.instances("a").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> state.outputs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
