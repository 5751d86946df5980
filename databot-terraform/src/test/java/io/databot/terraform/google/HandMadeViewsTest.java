package io.databot.terraform.google;

import static io.databot.terraform.google.Values.block;
import static io.databot.terraform.google.Values.labels;
import static io.databot.terraform.google.Values.text;
import static io.databot.terraform.google.Values.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.Address;
import io.databot.state.StateValue;
import io.databot.testkit.StateDescription;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The views over what the fixtures do not have. */
class HandMadeViewsTest {

    private static final StateValue SPEC = block(Map.of(
            "service_account_name", text("robot@acme"),
            "timeout_seconds", StateValue.of(60),
            "container_concurrency", StateValue.of(20),
            "containers",
                    StateValue.of(List.of(
                            StateValue.of(Map.of("image", text("front:1"))),
                            StateValue.of(Map.of("image", text("side:2")))))));

    private static final StateValue METADATA = block(Map.of(
            "annotations", labels("run.googleapis.com/ingress", "internal"),
            "labels", labels("team", "own"),
            "effective_labels", labels("team", "effective")));

    @Test
    void serviceOfVersionOneAnswersAsOneOfVersionTwo() {
        RunServiceResource service =
                views("google_cloud_run_service.old", versionOne()).service("google_cloud_run_service.old");

        assertThat(service.version()).isEqualTo(RunServiceResource.Version.V1);
        assertThat(service.name()).isEqualTo("old");
        assertThat(service.location()).isEqualTo("europe-west1");
        assertThat(service.uri()).contains(URI.create("https://old-abc.a.run.app"));
        assertThat(service.images()).containsExactly("front:1", "side:2");
        assertThat(service.serviceAccount()).contains("robot@acme");
        assertThat(service.timeout()).contains(Duration.ofMinutes(1));
        assertThat(service.concurrency()).hasValue(20);
        assertThat(service.ingress()).contains("internal");
        assertThat(service.readyRevision()).contains("old-00002-xyz");
        assertThat(service.labels()).containsExactly(Map.entry("team", "effective"));
    }

    private static Map<String, StateValue> versionOne() {
        return Map.of(
                "name",
                text("old"),
                "location",
                text("europe-west1"),
                "status",
                block(Map.of(
                        "url", text("https://old-abc.a.run.app"),
                        "latest_ready_revision_name", text("old-00002-xyz"))),
                "metadata",
                METADATA,
                "template",
                block(Map.of("spec", SPEC)));
    }

    @Test
    void bothVersionsStandInOneList() {
        StateDescription state = StateDescription.empty()
                .with("google_cloud_run_service.old", versionOne())
                .with("google_cloud_run_v2_service.new", Map.of("name", text("new")));

        assertThat(views(state).services()).extracting(RunServiceResource::name).containsExactly("new", "old");
    }

    @Test
    void serviceThatWasNeverReadyHasNoAddress() {
        RunServiceResource service = views(
                        "google_cloud_run_service.new", Map.of("name", text("new"), "status", StateValue.of(List.of())))
                .services()
                .get(0);

        assertThat(service.uri()).isEmpty();
        assertThat(service.readyRevision()).isEmpty();
        assertThat(service.images()).isEmpty();
        assertThat(service.timeout()).isEmpty();
    }

    @Test
    void jobSaysAllThatItHas() {
        StateValue task = block(Map.of(
                "service_account", text("robot@acme"),
                "timeout", text("3.5s"),
                "max_retries", StateValue.of(3),
                "containers", block(Map.of("image", text("job:1")))));
        Map<String, StateValue> attributes = Map.of(
                "name", text("nightly"),
                "location", text("us-central1"),
                "project", text("acme"),
                "labels", labels("team", "robots"),
                "template",
                        block(Map.of(
                                "task_count", StateValue.of(4), "parallelism", StateValue.of(2), "template", task)));

        RunJobResource job =
                views("google_cloud_run_v2_job.nightly", attributes).job("google_cloud_run_v2_job.nightly");

        assertThat(job.name()).isEqualTo("nightly");
        assertThat(job.location()).isEqualTo("us-central1");
        assertThat(job.project()).contains("acme");
        assertThat(job.images()).containsExactly("job:1");
        assertThat(job.serviceAccount()).contains("robot@acme");
        assertThat(job.taskCount()).hasValue(4);
        assertThat(job.parallelism()).hasValue(2);
        assertThat(job.maxRetries()).hasValue(3);
        assertThat(job.timeout()).contains(Duration.ofMillis(3_500));
        assertThat(job.labels()).containsExactly(Map.entry("team", "robots"));
    }

    @Test
    void labelsOfTheProviderGoBeforeThoseOfTheConfiguration() {
        Map<String, StateValue> attributes = Map.of(
                "labels", labels("from", "labels"),
                "terraform_labels", labels("from", "terraform"),
                "effective_labels", StateValue.ofNull());

        assertThat(views("google_storage_bucket.b", attributes).buckets().get(0).labels())
                .containsExactly(Map.entry("from", "terraform"));
    }

    @Test
    void acceleratorsAreCountedFromTheTextThatTheProviderWrites() {
        StateValue setup =
                block(Map.of("accelerator_configs", block(Map.of("type", text("NVIDIA_L4"), "core_count", text("2")))));
        WorkbenchResource workbench = views("google_workbench_instance.w", Map.of("gce_setup", setup))
                .workbenches()
                .get(0);

        assertThat(workbench.acceleratorType()).contains("NVIDIA_L4");
        assertThat(workbench.acceleratorCount()).hasValue(2);
    }

    @Test
    void dataSourcesComeOnlyOnRequest() {
        StateDescription state = StateDescription.empty()
                .with("google_storage_bucket.own", Map.of("name", text("own")))
                .with("data.google_storage_bucket.other", Map.of("name", text("other")));

        assertThat(views(state).buckets()).extracting(BucketResource::name).containsExactly("own");
        assertThat(views(state).dataSources().buckets())
                .extracting(BucketResource::name)
                .containsExactly("other");
        assertThat(views(state)
                        .dataSources()
                        .bucket("data.google_storage_bucket.other")
                        .name())
                .isEqualTo("other");
    }

    @Test
    void deposedInstancesAreLeftOutAndTaintedOnesSaySo() {
        StateDescription state = StateDescription.empty()
                .with(bucket("google_storage_bucket.b", Optional.empty()))
                .with(bucket("google_storage_bucket.b", Optional.of("0123abcd")))
                .with(bucket("data.google_storage_bucket.b", Optional.of("0123abcd")));

        assertThat(views(state).buckets())
                .singleElement()
                .satisfies(view -> assertThat(view.tainted()).isTrue());
        assertThat(views(state).dataSources().buckets()).isEmpty();
    }

    private static StateDescription.Instance bucket(String address, Optional<String> deposed) {
        return new StateDescription.Instance(
                Address.parse(address), StateValue.of(Map.of("name", text("b"))), true, deposed);
    }
}
