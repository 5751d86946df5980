package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import io.databot.state.StateValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class StateQueryContract extends StateContractGroup {

    private static String name(State state, String query) {
        return state.get(query).asString();
    }

    @Test
    @DisplayName("an attribute is found by its resource's address and its path")
    void attributeIsFoundByAddressAndPath() {
        State state = read(StateDescription.empty()
                .with(
                        "google_storage_bucket.data",
                        Map.of(
                                "name", StateValue.of("acme-dev-data"),
                                "labels", StateValue.of(Map.of("a.b", StateValue.of("x"), "", StateValue.of("empty"))),
                                "cors",
                                        StateValue.of(
                                                List.of(StateValue.of(Map.of("method", strings("GET", "PUT"))))))));
        assertThat(name(state, "google_storage_bucket.data.name")).isEqualTo("acme-dev-data");
        assertThat(name(state, "google_storage_bucket.data.labels[\"a.b\"]")).isEqualTo("x");
        assertThat(name(state, "google_storage_bucket.data.labels[\"\"]")).isEqualTo("empty");
        assertThat(name(state, "google_storage_bucket.data.cors[0].method[1]")).isEqualTo("PUT");
        assertThat(name(state, "google_storage_bucket.data.cors.0.method.1")).isEqualTo("PUT");
        assertThat(state.get("google_storage_bucket.data").asMap()).containsOnlyKeys("name", "labels", "cors");
    }

    @Test
    @DisplayName("modules, module keys and data sources are part of the address")
    void modulesAndDataSourcesArePartOfTheAddress() {
        State state = read(StateDescription.empty()
                .with("a_thing.one", named("root"))
                .with("data.a_thing.one", named("data"))
                .with("module.m.a_thing.one", named("module"))
                .with("module.m.data.a_thing.one", named("data in module"))
                .with("module.m[0].a_thing.one", named("numbered"))
                .with("module.m[\"a.b\"].module.n.a_thing.one", named("nested")));
        assertThat(name(state, "a_thing.one.name")).isEqualTo("root");
        assertThat(name(state, "data.a_thing.one.name")).isEqualTo("data");
        assertThat(name(state, "module.m.a_thing.one.name")).isEqualTo("module");
        assertThat(name(state, "module.m.data.a_thing.one.name")).isEqualTo("data in module");
        assertThat(name(state, "module.m[0].a_thing.one.name")).isEqualTo("numbered");
        assertThat(name(state, "module.m[\"a.b\"].module.n.a_thing.one.name")).isEqualTo("nested");
        assertThat(state.find("module.n.a_thing.one.name")).isEmpty();
        assertThat(state.find("module.m[1].a_thing.one.name")).isEmpty();
    }

    @Test
    @DisplayName("an instance is found by its key, and a number is not the text of that number")
    void instanceIsFoundByItsKey() {
        State state = read(StateDescription.empty()
                .with("a_thing.one[0]", named("number"))
                .with("a_thing.one[\"0\"]", named("text"))
                .with("a_thing.one[\"\"]", named("empty"))
                .with("a_thing.one[\"x\\\"]\"]", named("quote"))
                .with("a_thing.one[\"$${a} \\\\ ä 😀\"]", named("unusual")));
        assertThat(name(state, "a_thing.one[0].name")).isEqualTo("number");
        assertThat(name(state, "a_thing.one[\"0\"].name")).isEqualTo("text");
        assertThat(name(state, "a_thing.one[\"\"].name")).isEqualTo("empty");
        assertThat(name(state, "a_thing.one[\"x\\\"]\"].name")).isEqualTo("quote");
        assertThat(name(state, "a_thing.one[\"$${a} \\\\ ä 😀\"].name")).isEqualTo("unusual");
        assertThat(state.find("a_thing.one[1].name")).isEmpty();
    }

    @Test
    @DisplayName(
            "a resource with numbered instances, asked for without a key, gives a list in the order of the numbers")
    void numberedInstancesGiveListInOrder() {
        StateDescription description = StateDescription.empty();
        for (int i : new int[] {10, 2, 0, 1, 3, 4, 5, 6, 7, 8, 9}) {
            description = description.with("a_thing.one[" + i + "]", named("number " + i));
        }
        List<StateValue> all = read(description).get("a_thing.one").asList();
        assertThat(all).hasSize(11);
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).entry("name")).contains(StateValue.of("number " + i));
        }
    }

    @Test
    @DisplayName("a resource with named instances, asked for without a key, gives a map by their keys")
    void namedInstancesGiveMap() {
        State state = read(StateDescription.empty()
                .with("a_thing.one[\"raw\"]", named("acme-raw"))
                .with("a_thing.one[\"clean\"]", named("acme-clean")));
        assertThat(state.get("a_thing.one").asMap())
                .containsOnly(
                        Map.entry("raw", StateValue.of(named("acme-raw"))),
                        Map.entry("clean", StateValue.of(named("acme-clean"))));
    }

    @Test
    @DisplayName("an output is found by its name and a path into it")
    void outputIsFoundByItsName() {
        StateValue buckets = StateValue.of(Map.of("data", StateValue.of(named("acme-dev-data"))));
        State state = read(StateDescription.empty()
                .withOutput("databot", StateValue.of(Map.of("buckets", buckets)))
                .withOutput("zones", strings("a", "b")));
        assertThat(name(state, "output.databot.buckets.data.name")).isEqualTo("acme-dev-data");
        assertThat(name(state, "output.databot.buckets[\"data\"].name")).isEqualTo("acme-dev-data");
        assertThat(name(state, "output.zones[1]")).isEqualTo("b");
        assertThat(state.find("output.zones[2]")).isEmpty();
        assertThat(state.find("output.missing")).isEmpty();
    }

    @Test
    @DisplayName("what does not exist is empty: a resource, an attribute, a step into a text, the beginning of a name")
    void whatDoesNotExistIsEmpty() {
        State state = read(oneBucket());
        for (String query : List.of(
                "google_storage_bucket.other.name",
                "google_storage_bucket.dat.name",
                "google_storage_bucket.data2.name",
                "google_storage_bucket.data[0].name",
                "data.google_storage_bucket.data.name",
                "google_storage_bucket.data.labels",
                "google_storage_bucket.data.name.length",
                "google_storage_bucket.data.name[0]",
                "output.buck")) {
            assertThat(state.find(query)).as(query).isEmpty();
        }
    }

    @Test
    @DisplayName("an attribute that is null is there; one that is not is empty")
    void nullAttributeIsThere() {
        State state = read(StateDescription.empty().with("a_thing.one", Map.of("name", StateValue.ofNull())));
        assertThat(state.find("a_thing.one.name")).contains(StateValue.ofNull());
        assertThat(state.find("a_thing.one.other")).isEmpty();
    }

    @Test
    @DisplayName("get of what does not exist is NotFoundFailure and names what comes nearest, and where")
    void getOfWhatDoesNotExistNamesTheNearest() {
        State state = read(oneBucket().with("google_cloud_run_v2_service.api", named("api")));
        NotFoundFailure resource =
                Failures.expect(NotFoundFailure.class, () -> state.get("google_storage_bucket.date.name"));
        assertThat(resource)
                .hasMessageContaining("google_storage_bucket.date.name")
                .hasMessageContaining("google_storage_bucket.data")
                .hasMessageContaining(state.origin());
        NotFoundFailure output = Failures.expect(NotFoundFailure.class, () -> state.get("output.buckets"));
        assertThat(output).hasMessageContaining("output.bucket");
        assertThat(output.retryable()).isFalse();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "google_storage_bucket",
                "google_storage_bucket.",
                ".data",
                "google_storage_bucket.data.",
                "google_storage_bucket.data[",
                "google_storage_bucket.data[x]",
                "google_storage_bucket.data[\"x]",
                "google_storage_bucket.data[-1]",
                "google_storage_bucket data",
                "output.",
                "module.m",
                "data.google_storage_bucket"
            })
    @DisplayName("a text that is no address and path is InvalidRequestFailure and names the column")
    void textThatIsNoQueryIsRefused(String query) {
        State state = read(oneBucket());
        InvalidRequestFailure failure = Failures.expect(InvalidRequestFailure.class, () -> state.find(query));
        assertThat(failure).hasMessageContaining("column");
        Failures.expect(InvalidRequestFailure.class, () -> state.get(query));
    }
}
