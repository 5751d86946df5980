package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.compute.WorkbenchState;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.spi.StateFormat;
import io.databot.state.State;
import io.databot.state.StateValue;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemoryStateTest {

    private static EnvironmentDescription described() {
        return InMemoryState.environment("dev")
                .clock(TestClock.fixed())
                .project("acme-dev")
                .location("europe-west6", "europe-west6-a")
                .bucket("data", "acme-dev-data")
                .versionedBucket("archive", "acme-dev-archive")
                .serviceAccount("databot", "robot@acme-dev.iam.gserviceaccount.com")
                .workbench("lab", "acme-lab", WorkbenchState.ACTIVE)
                .runService("api", "acme-api")
                .output("region", "europe-west6");
    }

    @Test
    void everythingIsAResourceWithItsLabels() {
        State state = described().build().read();

        assertThat(state.get("module.storage[\"data\"].google_storage_bucket.this.name")
                        .asString())
                .isEqualTo("acme-dev-data");
        assertThat(state.get("module.storage[\"data\"].google_storage_bucket.this.effective_labels.databot_role")
                        .asString())
                .isEqualTo("data");
        assertThat(state.get("module.storage[\"data\"].google_storage_bucket.this.effective_labels.databot_environment")
                        .asString())
                .isEqualTo("dev");
        assertThat(state.get("module.storage[\"archive\"].google_storage_bucket.this.versioning[0].enabled")
                        .asBoolean())
                .isTrue();
        assertThat(state.instances("google_service_account")).hasSize(1);
        assertThat(state.get("module.workbench[\"lab\"].google_workbench_instance.this.state")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(state.get("module.cloud_run[\"api\"].google_cloud_run_v2_service.this.location")
                        .asString())
                .isEqualTo("europe-west6");
    }

    @Test
    void everythingIsInTheOutputDatabot() {
        State state = described().build().read();

        assertThat(state.get("output.databot.schema_version").asLong()).isEqualTo(1);
        assertThat(state.get("output.databot.environment").asString()).isEqualTo("dev");
        assertThat(state.get("output.databot.project_id").asString()).isEqualTo("acme-dev");
        assertThat(state.get("output.databot.zone").asString()).isEqualTo("europe-west6-a");
        assertThat(state.get("output.databot.state.backend").asString()).isEqualTo("memory");
        assertThat(state.get("output.databot.buckets.archive.versioned").asBoolean())
                .isTrue();
        assertThat(state.get("output.databot.buckets.data.url").asString()).isEqualTo("gs://acme-dev-data");
        assertThat(state.get("output.databot.service_accounts.databot.member").asString())
                .isEqualTo("serviceAccount:robot@acme-dev.iam.gserviceaccount.com");
        assertThat(state.get("output.databot.workbenches.lab.id").asString())
                .isEqualTo("projects/acme-dev/locations/europe-west6-a/instances/acme-lab");
        assertThat(state.get("output.databot.services.api.uri").asString()).startsWith("https://acme-api-");
        assertThat(state.get("output.region").asString()).isEqualTo("europe-west6");
        assertThat(state.origin()).isEqualTo("memory:dev");
        assertThat(state.readAt()).isEqualTo(TestClock.fixed().instant());
    }

    @Test
    void descriptionIsTheSameEveryTime() {
        assertThat(described().state().outputs()).isEqualTo(described().state().outputs());
    }

    @Test
    void emptyEnvironmentHasAllKindsAndNothingInThem() {
        State state = InMemoryState.environment("dev").build().read();
        for (String kind : new String[] {"buckets", "service_accounts", "workbenches", "services"}) {
            assertThat(state.get("output.databot." + kind).asMap()).as(kind).isEmpty();
        }
        assertThat(state.instances()).isEmpty();
    }

    @Test
    void contractCanBeLeftOutAndOtherResourcesAdded() {
        State state = described()
                .withoutContract()
                .resource("google_storage_bucket.old[\"eu\"]", Map.of("name", StateValue.of("acme-old")))
                .build()
                .read();
        assertThat(state.outputs()).containsOnlyKeys("region");
        assertThat(state.get("google_storage_bucket.old[\"eu\"].name").asString())
                .isEqualTo("acme-old");
    }

    @Test
    void keyGivenTwiceIsRefused() {
        EnvironmentDescription description = described();
        assertThatThrownBy(() -> description.bucket("data", "acme-dev-other"))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("\"data\" is in buckets already");
    }

    @Test
    void replacedStateIsRead() {
        InMemoryState source = described().build();
        State changed = described().serial(2).build().read();
        source.replace(changed);
        assertThat(source.read()).isSameAs(changed);
    }

    @Test
    void stateFileNeedsSomebodyWhoReadsIt() {
        assertThatThrownBy(() -> InMemoryState.of(Path.of("dev.tfstate")))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessage("read state dev.tfstate: nothing on the class path reads state files."
                        + " Add the artifact io.databot:databot-terraform.");
    }

    @Test
    void stateFileIsReadByWhoeverReadsThem(@TempDir Path directory) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(StateFormat.class.getName()), NamesItsFile.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(InMemoryState.of(Path.of("dev.tfstate")).read().origin()).isEqualTo("memory:dev.tfstate");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Describes an environment that is named like the file. */
    public static final class NamesItsFile implements StateFormat {
        @Override
        public State read(Path file, Clock clock) {
            return InMemoryState.environment(file.toString()).clock(clock).state();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "test, test-data, databot-test",
        "Team A / Blue!, team-a-blue-data, databot-team-a-blue",
        "__, environment-data, databot-environment",
        "x, x-data, databot-x"
    })
    void standardEnvironmentHasValidNamesWhateverItsOwn(String name, String bucket, String project) {
        State state = InMemoryState.standard(name).build().read();
        assertThat(state.get("output.databot.environment").asString()).isEqualTo(name);
        assertThat(state.get("output.databot.buckets.data.name").asString()).isEqualTo(bucket);
        assertThat(state.get("output.databot.project_id").asString()).isEqualTo(project);
    }

    @Test
    void standardEnvironmentOfALongNameHasAValidBucket() {
        State state = InMemoryState.standard("long-".repeat(40)).build().read();
        assertThat(state.get("output.databot.buckets.data.name").asString()).hasSizeBetween(3, 63);
    }
}
