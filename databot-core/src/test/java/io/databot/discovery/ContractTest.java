package io.databot.discovery;

import static io.databot.discovery.TestState.map;
import static io.databot.discovery.TestState.state;
import static io.databot.discovery.TestState.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.state.StateValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The output {@code databot}. */
class ContractTest {

    private static Map<String, StateValue> buckets(String... keyNameRole) {
        Map<String, StateValue> buckets = new LinkedHashMap<>();
        for (String one : keyNameRole) {
            List<String> parts = List.of(one.split("/", -1));
            buckets.put(parts.get(0), map("name=" + parts.get(1), "role=" + parts.get(2), "location=EU"));
        }
        return Map.of("buckets", StateValue.of(buckets), "project_id", text("acme-1"), "region", text("europe-west1"));
    }

    @Test
    void theRoleDataIsTheEnvironmentsBucketAndOthersGoByKeyOrRole() {
        Discovery discovery = state().contract("dev", buckets("main/acme-1/data", "cold/acme-2/archive"))
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.BUCKET).name()).isEqualTo("acme-1");
        assertThat(discovery.find(ResourceKind.BUCKET, "cold").name()).isEqualTo("acme-2");
        assertThat(discovery.find(ResourceKind.BUCKET, "archive").name()).isEqualTo("acme-2");
        assertThat(discovery.find(ResourceKind.BUCKET, "Archive").name()).isEqualTo("acme-2");
        assertThat(discovery.find(ResourceKind.BUCKET, "acme-2").name()).isEqualTo("acme-2");
    }

    @Test
    void theKeyIsPlainerThanTheRole() {
        Discovery discovery = state().contract("dev", buckets("archive/acme-1/data", "data/acme-2/archive"))
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.BUCKET, "data").name()).isEqualTo("acme-2");
    }

    @Test
    void whatItSaysOfAThingComesWithIt() {
        Discovered found = state().contract("dev", buckets("data/acme-1/data"))
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.key()).contains("data");
        assertThat(found.role()).contains("data");
        assertThat(found.text("location")).contains("EU");
        assertThat(found.source()).isEqualTo("output.databot.buckets[\"data\"]");
    }

    @Test
    void whatItDoesNotHaveIsLookedForBelow() {
        Discovery discovery = state().contract("dev", buckets("data/acme-1/data"))
                .bucket("raw", "acme-dev-raw")
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.BUCKET, "raw").name()).isEqualTo("acme-dev-raw");
    }

    static Stream<StateValue> otherVersions() {
        return Stream.of(
                StateValue.of(2),
                StateValue.of(0),
                text("1"),
                StateValue.ofNull(),
                StateValue.of(new BigDecimal("1.5")),
                StateValue.of(2).asSensitive());
    }

    @ParameterizedTest
    @MethodSource("otherVersions")
    void aVersionThatIsNotKnownIsRefusedRatherThanGuessed(StateValue version) {
        Discovery discovery = state().output("databot", StateValue.of(Map.of("schema_version", version)))
                .bucket("dev", "acme-dev")
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("its schema_version is " + version + ", this Databot reads 1");
    }

    @Test
    void oneIsOneHoweverItIsWritten() {
        StateValue version = StateValue.of(new BigDecimal("1.0"));
        Discovery discovery = state().output("databot", StateValue.of(Map.of("schema_version", version)))
                .bucket("dev", "acme-dev")
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.BUCKET).name()).isEqualTo("acme-dev");
    }

    @Test
    void anOutputOfThatNameWithoutVersionIsNotOurs() {
        Discovery discovery = state().output("databot", map("environment=prod"))
                .output("bucket", "acme-1")
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.BUCKET).name()).isEqualTo("acme-1");
        assertThat(discovery.project()).isEmpty();
    }

    @Test
    void entriesWithoutANameArePassedOver() {
        Map<String, StateValue> buckets = new LinkedHashMap<>();
        buckets.put("a", StateValue.ofNull());
        buckets.put("b", StateValue.of(Map.of("name", StateValue.ofNull())));
        buckets.put("c", map("name="));
        buckets.put("d", map("name=acme-1"));
        Discovery discovery = state().contract("dev", Map.of("buckets", StateValue.of(buckets), "services", text("x")))
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.BUCKET).name()).isEqualTo("acme-1");
        assertThatThrownBy(() -> discovery.find(ResourceKind.RUN_SERVICE)).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void itIsFoundThoughTheWholeOutputIsMarkedSensitive() {
        StateValue output = StateValue.of(Map.of(
                        "schema_version",
                        StateValue.of(1),
                        "environment",
                        text("dev"),
                        "buckets",
                        StateValue.of(Map.of("data", map("name=acme-1")))))
                .asSensitive();

        assertThat(state().output("databot", output)
                        .discovery("dev")
                        .find(ResourceKind.BUCKET)
                        .name())
                .isEqualTo("acme-1");
    }

    @Test
    void theInfrastructureHasAllInTheOrderOfTheOutput() {
        Infrastructure infrastructure = state().contract("dev", buckets("main/acme-1/data", "cold/acme-2/archive"))
                .bucket("stray", "acme-dev-stray")
                .discovery("dev", "bucket.extra=acme-3")
                .infrastructure();

        assertThat(infrastructure.environment()).isEqualTo("dev");
        assertThat(infrastructure.project()).contains("acme-1");
        assertThat(infrastructure.region()).contains("europe-west1");
        assertThat(infrastructure.zone()).isEmpty();
        assertThat(infrastructure.origin()).isEqualTo(TestState.ORIGIN);
        assertThat(infrastructure.all(ResourceKind.BUCKET))
                .extracting(Discovered::name)
                .containsExactly("acme-3", "acme-1", "acme-2");
        assertThat(infrastructure.all(ResourceKind.WORKBENCH)).isEmpty();
    }
}
