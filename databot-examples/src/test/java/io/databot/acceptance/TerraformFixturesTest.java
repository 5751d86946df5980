package io.databot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databot.Databot;
import io.databot.Environment;
import io.databot.discovery.Discovered;
import io.databot.discovery.Infrastructure;
import io.databot.discovery.ResourceKind;
import io.databot.discovery.Rule;
import io.databot.settings.Sources;
import io.databot.state.StateInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the states that the real Terraform wrote, Databot discovers everything that it made. */
class TerraformFixturesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void contractGivesEveryResourceOfTheState(String environment) {
        try (Databot databot = open(environment, fixture(environment))) {
            Infrastructure infrastructure = databot.infrastructure();

            for (ResourceKind kind : ResourceKind.values()) {
                assertThat(infrastructure.all(kind))
                        .as(kind.label())
                        .allMatch(found -> found.rule() == Rule.CONTRACT)
                        .extracting(Discovered::name)
                        .containsExactlyInAnyOrderElementsOf(namesInState(databot, kind));
            }
            assertThat(infrastructure.project()).contains("acme-robots-" + environment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void withoutTheContractLabelsAndNamesGiveTheSame(String environment) throws IOException {
        try (Databot databot = open(environment, withoutOutputs(environment))) {
            for (ResourceKind kind : ResourceKind.values()) {
                assertThat(databot.infrastructure().all(kind))
                        .as(kind.label())
                        .noneMatch(found -> found.rule() == Rule.CONTRACT)
                        .extracting(Discovered::name)
                        .containsExactlyInAnyOrderElementsOf(namesInState(databot, kind));
            }
            assertThat(databot.storage().name().value()).isEqualTo("acme-robots-" + environment + "-data");
            assertThat(databot.storage("archive").name().value()).isEqualTo("acme-robots-" + environment + "-archive");
        }
    }

    /** What {@code make state.export} writes: the contract and no resources. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void exportedStateGivesTheSame(String environment) throws IOException {
        try (Databot whole = open(environment, fixture(environment));
                Databot exported = open(environment, withoutResources(environment))) {
            for (ResourceKind kind : ResourceKind.values()) {
                assertThat(exported.infrastructure().all(kind))
                        .isEqualTo(whole.infrastructure().all(kind))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyResourceHasItsFullName() {
        try (Databot databot = open("prod", fixture("prod"))) {
            assertThat(databot.workbench().name()).hasToString("acme-robots-prod/us-central1-b/databot-prod");
            assertThat(databot.service().name()).hasToString("acme-robots-prod/us-central1/databot-prod");
            assertThat(databot.service().uri())
                    .hasValueSatisfying(uri -> assertThat(uri).hasScheme("https"));
            assertThat(databot.serviceAccount().member())
                    .isEqualTo("serviceAccount:databot-prod@acme-robots-prod.iam.gserviceaccount.com");
            assertThat(databot.storage("logs").name()).hasToString("acme-robots-prod-logs");
        }
    }

    @Test
    void bucketOfTheStateWorksInMemoryAndKeepsVersionsWhereTerraformSaysSo() {
        try (Databot databot = open("prod", fixture("prod"))) {
            long first = databot.storage().putText("a.txt", "one").generation();
            databot.storage().putText("a.txt", "two");

            assertThat(databot.storage().text("a.txt", io.databot.storage.AtGeneration.of(first)))
                    .isEqualTo("one");
        }
    }

    private Databot open(String environment, Path state) {
        return Databot.open(Environment.of(environment)
                .withSources(Sources.none(directory))
                .with("state.location", state.toString())
                .with("storage.backend", "memory"));
    }

    private static Path fixture(String environment) {
        return Path.of("..", "terraform", "fixtures", environment + ".tfstate");
    }

    private Path withoutOutputs(String environment) throws IOException {
        ObjectNode state = (ObjectNode) JSON.readTree(Files.readAllBytes(fixture(environment)));
        state.putObject("outputs");
        return Files.write(directory.resolve(environment + ".tfstate"), JSON.writeValueAsBytes(state));
    }

    private Path withoutResources(String environment) throws IOException {
        ObjectNode state = (ObjectNode) JSON.readTree(Files.readAllBytes(fixture(environment)));
        state.putArray("resources");
        JsonNode contract = state.get("outputs").get("databot");
        state.putObject("outputs").set("databot", contract);
        return Files.write(directory.resolve(environment + ".tfstate"), JSON.writeValueAsBytes(state));
    }

    private static List<String> namesInState(Databot databot, ResourceKind kind) {
        String type = switch (kind) {
            case BUCKET -> "google_storage_bucket";
            case SERVICE_ACCOUNT -> "google_service_account";
            case WORKBENCH -> "google_workbench_instance";
            case RUN_SERVICE -> "google_cloud_run_v2_service";
        };
        String attribute = kind == ResourceKind.SERVICE_ACCOUNT ? "email" : "name";
        List<String> names = databot.state().instances(type).stream()
                .map(StateInstance::attributes)
                .flatMap(attributes -> attributes.entry(attribute).stream())
                .map(value -> value.asString())
                .toList();
        assertThat(names).isNotEmpty();
        return names;
    }
}
