package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address;
import io.databot.state.State;
import io.databot.state.StateDiff;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StateInventoryContract extends StateContractGroup {

    private static StateDescription.Instance deposed(String address, String name, String key) {
        return new StateDescription.Instance(
                Address.parse(address), StateValue.of(named(name)), false, Optional.of(key));
    }

    private static List<String> addresses(List<StateInstance> instances) {
        return instances.stream().map(instance -> instance.address().toString()).toList();
    }

    private static StateDescription mixed() {
        return StateDescription.empty()
                .with("a_thing.two", named("two"))
                .with("data.a_thing.read", named("read"))
                .with("module.m[\"x\"].a_thing.one[0]", named("one"))
                .with("b_thing.other", named("other"))
                .with(deposed("a_thing.two", "old two", "0123abcd"))
                .with("a_thing.one[\"k\"]", named("k"));
    }

    @Test
    @DisplayName("instances of a type are the managed, current ones in the order of the state")
    void instancesOfTypeAreManagedAndCurrent() {
        List<StateInstance> instances = read(mixed()).instances("a_thing");
        assertThat(addresses(instances))
                .containsExactly("a_thing.two", "module.m[\"x\"].a_thing.one[0]", "a_thing.one[\"k\"]");
        assertThat(instances)
                .allSatisfy(instance -> assertThat(instance.deposedKey()).isEmpty());
        assertThat(instances.get(0).attributes()).isEqualTo(StateValue.of(named("two")));
    }

    @Test
    @DisplayName("an instance gives one value by its path, before and after all of its attributes")
    void instanceGivesOneValue() {
        StateInstance instance = read(StateDescription.empty()
                        .with(
                                "a_thing.one",
                                Map.of(
                                        "name", StateValue.of("one"),
                                        "labels", StateValue.of(Map.of("a.b", StateValue.of("c"))),
                                        "sizes", StateValue.of(List.of(StateValue.of(1), StateValue.of(2))),
                                        "key", StateValue.of("a long secret").asSensitive())))
                .instances()
                .get(0);
        for (int times = 0; times < 2; times++) {
            assertThat(instance.find("name")).contains(StateValue.of("one"));
            assertThat(instance.find("labels[\"a.b\"]")).contains(StateValue.of("c"));
            assertThat(instance.find("sizes[1]")).contains(StateValue.of(2));
            assertThat(instance.find("key"))
                    .hasValueSatisfying(key -> assertThat(key.sensitive()).isTrue());
            assertThat(instance.find("none")).isEmpty();
            assertThat(instance.find("name.none")).isEmpty();
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> instance.find("labels["));
            assertThat(instance.attributes().asMap()).hasSize(4);
        }
    }

    @Test
    @DisplayName(
            "a diff tells what appeared, what changed in which attributes, and what is gone; deposed ones do not count")
    void diffTellsWhatAppearedChangedAndWent() {
        State older = read(mixed().withOutput("kept", StateValue.of(1)).withOutput("gone", StateValue.of(true)));
        State newer = read(StateDescription.empty()
                .withSerial(2)
                .with("a_thing.new", named("new"))
                .with("a_thing.two", Map.of("name", StateValue.of("2"), "size", StateValue.of(3)))
                .with(new StateDescription.Instance(
                        Address.parse("b_thing.other"), StateValue.of(named("other")), true, Optional.empty()))
                .with("a_thing.one[\"k\"]", named("k"))
                .withOutput("kept", StateValue.of(1))
                .withOutput("new", StateValue.of("x")));
        StateDiff diff = older.diff(newer);
        assertThat(addresses(diff.appeared())).containsExactly("a_thing.new");
        assertThat(addresses(diff.gone())).containsExactly("data.a_thing.read", "module.m[\"x\"].a_thing.one[0]");
        assertThat(diff.changed().stream().map(Object::toString))
                .containsExactly("a_thing.two [name, size]", "b_thing.other []");
        assertThat(diff.outputs().stream().map(Object::toString)).containsExactly("output.new", "output.gone");
        assertThat(diff.isEmpty()).isFalse();
        assertThat(newer.diff(newer).isEmpty()).isTrue();
        assertThat(newer.diff(read(mixed())).gone()).hasSize(1);
    }

    @Test
    @DisplayName("a diff prints names and never a value")
    void diffNeverPrintsValue() {
        StateValue secret = StateValue.of(SECRET);
        State older = read(oneBucket().with("a_thing.one", Map.of("password", secret.asSensitive())));
        State newer = read(oneBucket()
                .with("a_thing.one", Map.of("password", StateValue.of("another").asSensitive(), "plain", secret)));
        assertThat(older.diff(newer).toString())
                .contains("a_thing.one", "password", "plain")
                .doesNotContain(SECRET, "another");
    }

    @Test
    @DisplayName("a type that the state has not gives no instances")
    void unknownTypeGivesNoInstances() {
        State state = read(mixed());
        assertThat(state.instances("a_thin")).isEmpty();
        assertThat(state.instances("")).isEmpty();
        assertThat(state.instances("data.a_thing")).isEmpty();
    }

    @Test
    @DisplayName("all instances are managed and data, current and deposed")
    void allInstancesAreAllThatThereAre() {
        List<StateInstance> instances = read(mixed()).instances();
        assertThat(addresses(instances))
                .containsExactlyInAnyOrder(
                        "a_thing.two",
                        "a_thing.two",
                        "data.a_thing.read",
                        "module.m[\"x\"].a_thing.one[0]",
                        "b_thing.other",
                        "a_thing.one[\"k\"]");
        assertThat(instances)
                .filteredOn(instance -> instance.deposedKey().isPresent())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.deposedKey()).contains("0123abcd");
                    assertThat(instance.attributes().entry("name")).contains(StateValue.of("old two"));
                });
    }

    @Test
    @DisplayName("a query finds the current instance, never a deposed one, and nothing if there is only that")
    void queryNeverFindsDeposedInstance() {
        State state = read(StateDescription.empty()
                .with(deposed("a_thing.one", "old", "0123abcd"))
                .with("a_thing.one", named("current"))
                .with(deposed("a_thing.one", "older", "89abcdef"))
                .with(deposed("a_thing.gone", "gone", "0011aabb")));
        assertThat(state.get("a_thing.one.name").asString()).isEqualTo("current");
        assertThat(state.find("a_thing.gone.name")).isEmpty();
        assertThat(state.find("a_thing.gone")).isEmpty();
        assertThat(addresses(state.instances("a_thing"))).containsExactly("a_thing.one");
    }

    @Test
    @DisplayName("a tainted instance is current and says that it is tainted")
    void taintedInstanceIsCurrent() {
        State state = read(StateDescription.empty()
                .with("a_thing.sound", named("sound"))
                .with(new StateDescription.Instance(
                        Address.parse("a_thing.tainted"), StateValue.of(named("tainted")), true, Optional.empty())));
        assertThat(state.get("a_thing.tainted.name").asString()).isEqualTo("tainted");
        assertThat(state.instances("a_thing"))
                .extracting(StateInstance::tainted)
                .containsExactly(false, true);
    }

    @Test
    @DisplayName("outputs keep the order of the state")
    void outputsKeepTheirOrder() {
        StateDescription description = StateDescription.empty();
        for (String name : List.of("zone", "bucket", "alpha", "project_id", "Region")) {
            description = description.withOutput(name, StateValue.of(name + " value"));
        }
        Map<String, StateValue> outputs = read(description).outputs();
        assertThat(outputs.keySet()).containsExactly("zone", "bucket", "alpha", "project_id", "Region");
        assertThat(outputs).containsEntry("alpha", StateValue.of("alpha value"));
    }

    @Test
    @DisplayName("an empty state has no instances and no outputs, and says so when asked for one")
    void emptyStateHasNothing() {
        State state = read(StateDescription.empty());
        assertThat(state.instances()).isEmpty();
        assertThat(state.outputs()).isEmpty();
        assertThat(state.find("output.bucket")).isEmpty();
        Failures.expect(io.databot.failure.NotFoundFailure.class, () -> state.get("output.bucket"));
    }

    @Test
    @DisplayName("a snapshot cannot be changed")
    void snapshotCannotBeChanged() {
        State state = read(oneBucket());
        assertUnchangeable(() -> state.instances().clear());
        assertUnchangeable(() -> state.instances("google_storage_bucket").clear());
        assertUnchangeable(() -> state.outputs().clear());
        assertUnchangeable(() -> state.get("google_storage_bucket.data").asMap().clear());
        assertThat(state.instances()).hasSize(1);
        assertThat(state.outputs()).hasSize(2);
    }

    private static void assertUnchangeable(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
    }
}
