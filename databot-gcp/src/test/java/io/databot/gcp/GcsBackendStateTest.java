package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.Databot;
import io.databot.Environment;
import io.databot.discovery.Discovered;
import io.databot.discovery.ResourceKind;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.gcp.server.GcsServer;
import io.databot.gcp.server.Operation;
import io.databot.gcp.server.RecordedRequest;
import io.databot.settings.Sources;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.storage.Content;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The states that the real Terraform wrote, kept in a gcs backend on loopback, in directories as {@code terraform init} leaves them. */
class GcsBackendStateTest {

    private static final String STATES = "acme-robots-tfstate";
    private static final String SECRET = "ya29.SWORDFISH";
    private static final Duration TTL = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final TestClock clock = TestClock.fixed();
    private GcsServer server;
    private GcsStorage storage;

    @BeforeEach
    void applyAndInit() throws IOException {
        server = GcsServer.start();
        server.createBucket(STATES);
        storage = GcsStorage.builder()
                .host(server.uri())
                .credentials(GoogleCredentialProvider.none())
                .build();
        for (String environment : List.of("dev", "prod")) {
            write(environment, fixture(environment));
            init(environment);
        }
        server.resetRequests();
    }

    @AfterEach
    void stop() {
        storage.close();
        server.close();
    }

    private static String fixture(String environment) throws IOException {
        return Files.readString(Path.of("..", "terraform", "fixtures", environment + ".tfstate"));
    }

    private StoredObject write(String environment, String state) {
        return storage.put(ObjectRef.of(STATES, "databot/" + environment + "/default.tfstate"), Content.text(state));
    }

    private void init(String environment) throws IOException {
        Path data =
                directory.resolve("terraform/environments").resolve(environment).resolve(".terraform");
        Files.createDirectories(data);
        Files.writeString(data.resolve("terraform.tfstate"), """
                {
                  "version": 3,
                  "terraform_version": "1.11.4",
                  "backend": {
                    "type": "gcs",
                    "config": {
                      "access_token": "%s",
                      "bucket": "%s",
                      "credentials": null,
                      "encryption_key": null,
                      "impersonate_service_account": null,
                      "impersonate_service_account_delegates": null,
                      "kms_encryption_key": null,
                      "prefix": "databot/%s",
                      "storage_custom_endpoint": "%s/storage/v1/"
                    },
                    "hash": 1234567890
                  }
                }
                """.formatted(SECRET, STATES, environment, server.uri()));
    }

    private Environment environment(String name) {
        return Environment.of(name)
                .withSources(Sources.none(directory))
                .withClock(clock)
                .with("state.directory", directory.toString())
                .with("storage.host", server.uri().toString())
                .with("credentials.kind", "none")
                .with("retry.initial-delay", "1ms");
    }

    private List<Operation> operations() {
        return server.requests().stream().map(RecordedRequest::operation).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyResourceIsDiscovered(String environment) {
        try (Databot databot = Databot.open(environment(environment))) {
            assertThat(databot.infrastructure().origin())
                    .isEqualTo("gs://acme-robots-tfstate/databot/" + environment + "/default.tfstate");
            for (ResourceKind kind : ResourceKind.values()) {
                assertThat(databot.infrastructure().all(kind))
                        .as(kind.label())
                        .extracting(Discovered::name)
                        .containsExactlyInAnyOrderElementsOf(namesInState(databot.state(), kind))
                        .isNotEmpty();
            }
            assertThat(databot.serviceAccount().email()).contains("acme-robots-" + environment);
            assertThat(databot.workbench().name())
                    .hasToString("acme-robots-%s/us-central1-b/databot-%s".formatted(environment, environment));
            assertThat(databot.service().name())
                    .hasToString("acme-robots-%s/us-central1/databot-%s".formatted(environment, environment));
            assertThat(operations()).containsExactly(Operation.READ);
        }
    }

    private static List<String> namesInState(State state, ResourceKind kind) {
        String type = switch (kind) {
            case BUCKET -> "google_storage_bucket";
            case SERVICE_ACCOUNT -> "google_service_account";
            case WORKBENCH -> "google_workbench_instance";
            case RUN_SERVICE -> "google_cloud_run_v2_service";
        };
        String attribute = kind == ResourceKind.SERVICE_ACCOUNT ? "email" : "name";
        return state.instances(type).stream()
                .map(StateInstance::attributes)
                .flatMap(attributes -> attributes.entry(attribute).stream())
                .map(value -> value.asString())
                .toList();
    }

    @Test
    void discoveredBucketWorks() {
        server.createBucket("acme-robots-prod-data");
        try (Databot databot = Databot.open(environment("prod"))) {
            databot.storage().putText("a.txt", "hello");

            assertThat(databot.storage().text("a.txt")).isEqualTo("hello");
            assertThat(server.content("acme-robots-prod-data", "a.txt"))
                    .hasValue("hello".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void bucketsMayBeInMemoryWhileTheStateIsNot() {
        try (Databot databot = Databot.open(environment("prod").with("storage.backend", "memory"))) {
            databot.storage().putText("a.txt", "hello");

            assertThat(databot.storage().text("a.txt")).isEqualTo("hello");
            assertThat(operations()).containsExactly(Operation.READ);
        }
    }

    @Test
    void addressNeedsNoDirectory() {
        try (Databot databot = Databot.open(environment("prod")
                .with("state.directory", directory.resolve("none").toString())
                .with("state.location", "gs://acme-robots-tfstate/databot/prod"))) {
            assertThat(databot.storage().name()).hasToString("acme-robots-prod-data");
        }
    }

    @Test
    void changeIsSeenAfterTheTimeToLive() throws IOException {
        try (Databot databot = Databot.open(environment("prod"))) {
            assertThat(databot.storage().name()).hasToString("acme-robots-prod-data");
            write("prod", fixture("prod").replace("acme-robots-prod-data", "acme-robots-prod-other"));
            clock.advance(TTL.minusNanos(1));
            assertThat(databot.storage().name()).hasToString("acme-robots-prod-data");
            clock.advance(Duration.ofNanos(1));
            assertThat(databot.storage().name()).hasToString("acme-robots-prod-other");
        }
    }

    @Test
    void refreshOfAnUnchangedStateIsOneRequestWithoutContent() throws IOException {
        StoredObject written = write("prod", fixture("prod"));
        try (Databot databot = Databot.open(environment("prod"))) {
            Instant first = databot.state().readAt();
            server.resetRequests();
            clock.advance(TTL);
            State second = databot.state();

            assertThat(second.readAt()).isEqualTo(first.plus(TTL));
            assertThat(second.stale()).isFalse();
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.operation()).isEqualTo(Operation.READ);
                assertThat(request.parameter("ifGenerationNotMatch")).contains(String.valueOf(written.generation()));
            });
        }
    }

    @Test
    void firstReadIsRepeatedByTheOneLayerThatRepeats() {
        server.faults().next(Operation.READ).reply(503).times(2);
        try (Databot databot = Databot.open(environment("prod"))) {
            assertThat(databot.state().stale()).isFalse();
            assertThat(operations()).containsExactly(Operation.READ, Operation.READ, Operation.READ);
        }
    }

    @Test
    void attemptsDoNotMultiply() {
        server.faults().next(Operation.READ).reply(503).times(100);
        try (Databot databot = Databot.open(environment("prod"))) {
            assertThatThrownBy(databot::storage)
                    .isInstanceOf(UnavailableFailure.class)
                    .hasMessageContaining("after 4 attempts");
            assertThat(operations()).hasSize(4);
        }
    }

    @Test
    void lastGoodStateIsGivenOutWhileTheServiceIsAway() {
        try (Databot databot = Databot.open(environment("prod"))) {
            databot.state();
            server.resetRequests();
            server.faults().next(Operation.READ).reply(503);
            clock.advance(TTL);

            assertThat(databot.state().stale()).isTrue();
            assertThat(databot.storage().name()).hasToString("acme-robots-prod-data");
            assertThat(operations()).hasSize(1);
        }
    }

    @Test
    void closingTheStateLeavesTheBucketsOpen() {
        server.createBucket("acme-robots-prod-data");
        try (Databot databot = Databot.open(environment("prod"))) {
            databot.storage().putText("a.txt", "hello");
            databot.stateSource().close();

            assertThat(databot.storageService().find(ObjectRef.of("acme-robots-prod-data", "a.txt")))
                    .isPresent();
        }
    }

    @Test
    void missingStateIsNotFoundAndItsPlaceIsNamed() {
        storage.delete(ObjectRef.of(STATES, "databot/prod/default.tfstate"));
        try (Databot databot = Databot.open(environment("prod"))) {
            assertThatThrownBy(databot::storage)
                    .isInstanceOf(NotFoundFailure.class)
                    .isNotInstanceOf(BucketNotFoundFailure.class)
                    .hasMessageContaining("gs://acme-robots-tfstate/databot/prod/default.tfstate")
                    .hasMessageContaining("workspace default")
                    .hasMessageContaining("storage.host")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void missingBucketIsTold() {
        try (Databot databot =
                Databot.open(environment("prod").with("state.location", "gs://acme-none/databot/prod"))) {
            assertThatThrownBy(databot::storage)
                    .isInstanceOf(BucketNotFoundFailure.class)
                    .hasMessageContaining("gs://acme-none/databot/prod/default.tfstate");
        }
    }

    @Test
    void deniedAccessSaysWhoseIdentityCounts() {
        server.faults().next(Operation.READ).reply(403);
        try (Databot databot = Databot.open(environment("prod"))) {
            assertThatThrownBy(databot::storage)
                    .isInstanceOf(AccessDeniedFailure.class)
                    .hasMessageContaining("credentials.impersonate")
                    .hasMessageNotContaining(SECRET);
        }
    }
}
