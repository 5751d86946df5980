package io.databot.terraform.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.terraform.TerraformState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views over the states that the real Terraform wrote. */
class FixtureViewsTest {

    private static GoogleResources fixture(String environment) {
        Path file = Path.of("..", "terraform", "fixtures", environment + ".tfstate");
        try (TerraformState source = TerraformState.of(file)) {
            return GoogleResources.of(source.read());
        }
    }

    private final GoogleResources dev = fixture("dev");

    @Test
    void bucketSaysAllThatItHas() {
        BucketResource bucket = dev.bucket("module.storage[\"archive\"].google_storage_bucket.this");

        assertThat(bucket.name()).isEqualTo("acme-robots-dev-archive");
        assertThat(bucket.project()).contains("acme-robots-dev");
        assertThat(bucket.location()).isEqualTo("US-CENTRAL1");
        assertThat(bucket.storageClass()).contains("STANDARD");
        assertThat(bucket.url()).contains(URI.create("gs://acme-robots-dev-archive"));
        assertThat(bucket.publicAccessPrevention()).contains("enforced");
        assertThat(bucket.softDelete()).contains(Duration.ZERO);
        assertThat(bucket.retention()).isEmpty();
        assertThat(bucket.created()).contains(Instant.parse("2024-08-05T20:13:13Z"));
        assertThat(bucket.uniformAccess()).isTrue();
        assertThat(bucket.forceDestroy()).isTrue();
        assertThat(bucket.versioned()).isFalse();
        assertThat(bucket.tainted()).isFalse();
        assertThat(bucket.labels())
                .containsEntry("databot_role", "archive")
                .containsEntry("goog-terraform-provisioned", "true");
    }

    @Test
    void bucketsStandInTheOrderOfTheState() {
        assertThat(dev.buckets())
                .extracting(BucketResource::name)
                .containsExactly("acme-robots-dev-archive", "acme-robots-dev-data", "acme-robots-dev-scratch");
    }

    @Test
    void bucketOfProdKeepsVersions() {
        BucketResource bucket = fixture("prod").bucket("module.storage[\"data\"].google_storage_bucket.this");

        assertThat(bucket.versioned()).isTrue();
        assertThat(bucket.forceDestroy()).isFalse();
    }

    @Test
    void serviceAccountSaysAllThatItHas() {
        ServiceAccountResource account = dev.serviceAccount("module.service_account.google_service_account.this");

        assertThat(account.email()).isEqualTo("databot-dev@acme-robots-dev.iam.gserviceaccount.com");
        assertThat(account.name()).isEqualTo(account.email());
        assertThat(account.member()).isEqualTo("serviceAccount:" + account.email());
        assertThat(account.accountId()).contains("databot-dev");
        assertThat(account.uniqueId()).contains("275967898194591397704");
        assertThat(account.displayName()).contains("Databot (dev)");
        assertThat(account.description())
                .hasValueSatisfying(text -> assertThat(text).startsWith("Identity of"));
        assertThat(account.disabled()).isFalse();
        assertThat(account.labels()).isEmpty();
    }

    @Test
    void workbenchSaysAllThatItHas() {
        WorkbenchResource workbench = dev.workbench("module.workbench[0].google_workbench_instance.this");

        assertThat(workbench.name()).isEqualTo("databot-dev");
        assertThat(workbench.zone()).isEqualTo("us-central1-b");
        assertThat(workbench.state()).contains("STOPPED");
        assertThat(workbench.desiredState()).contains("STOPPED");
        assertThat(workbench.proxyUri())
                .contains(URI.create("https://c14fa8be6e0574bf-dot-us-central1.notebooks.googleusercontent.com"));
        assertThat(workbench.machineType()).contains("e2-standard-4");
        assertThat(workbench.serviceAccount()).contains("databot-dev@acme-robots-dev.iam.gserviceaccount.com");
        assertThat(workbench.bootDiskGib()).hasValue(150);
        assertThat(workbench.dataDiskGib()).hasValue(100);
        assertThat(workbench.network()).contains("projects/acme-robots-dev/global/networks/databot-dev");
        assertThat(workbench.idleShutdown()).contains(Duration.ofHours(3));
        assertThat(workbench.created()).contains(Instant.parse("2024-01-27T11:21:42.112044Z"));
        assertThat(workbench.publicIp()).isFalse();
        assertThat(workbench.owners()).isEmpty();
        assertThat(workbench.acceleratorType()).isEmpty();
        assertThat(workbench.acceleratorCount()).isEmpty();
        assertThat(workbench.labels()).containsEntry("team", "robots");
    }

    @Test
    void serviceSaysAllThatItHas() {
        RunServiceResource service = dev.service("module.cloud_run[0].google_cloud_run_v2_service.this[0]");

        assertThat(service.version()).isEqualTo(RunServiceResource.Version.V2);
        assertThat(service.name()).isEqualTo("databot-dev");
        assertThat(service.location()).isEqualTo("us-central1");
        assertThat(service.uri()).contains(URI.create("https://databot-dev-34ae07cd3f-uc1.a.run.app"));
        assertThat(service.images()).containsExactly("us-docker.pkg.dev/google-samples/containers/gke/hello-app:1.0");
        assertThat(service.serviceAccount()).contains("databot-dev@acme-robots-dev.iam.gserviceaccount.com");
        assertThat(service.timeout()).contains(Duration.ofMinutes(5));
        assertThat(service.concurrency()).hasValue(80);
        assertThat(service.ingress()).contains("INGRESS_TRAFFIC_INTERNAL_ONLY");
        assertThat(service.readyRevision()).contains("databot-dev-00001-f9c");
        assertThat(service.labels()).containsEntry("databot_role", "service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void fixtureHasNeitherJobsNorDataSources(String environment) {
        GoogleResources fixture = fixture(environment);

        assertThat(fixture.jobs()).isEmpty();
        assertThat(fixture.dataSources().buckets()).isEmpty();
    }
}
