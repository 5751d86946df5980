package io.databot.discovery;

import static io.databot.discovery.TestState.map;
import static io.databot.discovery.TestState.state;
import static io.databot.discovery.TestState.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AmbiguousFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.state.StateValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of discovery name what fits or what there is, where it looked, and what to do. */
class DiscoveryFailuresTest {

    private static AmbiguousFailure ambiguity(Runnable call) {
        AmbiguousFailure failure = catchThrowableOfType(AmbiguousFailure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void ambiguityNamesAllAndTheCallsThatChoose() {
        Discovery discovery = state().contract(
                        "dev",
                        Map.of(
                                "buckets",
                                StateValue.of(new java.util.TreeMap<>(
                                        Map.of("archive", map("name=acme-2"), "raw", map("name=acme-1"))))))
                .discovery("dev");

        FailureDetails details =
                ambiguity(() -> discovery.find(ResourceKind.BUCKET)).details();

        assertThat(details.operation()).isEqualTo("find bucket of environment dev");
        assertThat(details.resource()).isEqualTo(TestState.ORIGIN);
        assertThat(details.reason())
                .isEqualTo("several fit by the output databot: bucket acme-2 (output.databot.buckets[\"archive\"]); "
                        + "bucket acme-1 (output.databot.buckets[\"raw\"])");
        assertThat(details.remedy())
                .isEqualTo("Choose by databot.storage(\"archive\") or databot.storage(\"raw\"), "
                        + "or set databot.bucket=NAME.");
    }

    @Test
    void theCallsThatChooseDoChoose() {
        Discovery discovery = state().bucket("a[\"raw\"]", "acme-dev-1")
                .bucket("b[\"raw\"]", "acme-dev-2")
                .bucket("c[\"archive\"]", "acme-dev-3")
                .bucket("d", "acme-dev-4")
                .discovery("dev");

        String remedy =
                ambiguity(() -> discovery.find(ResourceKind.BUCKET)).details().remedy();

        assertThat(remedy)
                .startsWith("Choose by databot.storage(\"acme-dev-1\") or databot.storage(\"acme-dev-2\") "
                        + "or databot.storage(\"archive\") or databot.storage(\"acme-dev-4\"), ");
        assertThat(discovery.find(ResourceKind.BUCKET, "acme-dev-2").name()).isEqualTo("acme-dev-2");
        assertThat(discovery.find(ResourceKind.BUCKET, "archive").name()).isEqualTo("acme-dev-3");
        assertThat(discovery.find(ResourceKind.BUCKET, "acme-dev-4").name()).isEqualTo("acme-dev-4");
    }

    @Test
    void ambiguityOfANameNamesTheSettingOfThatName() {
        Discovery discovery = state().bucket("module.a.this[\"raw\"]", "acme-dev-1")
                .bucket("module.b.this[\"raw\"]", "acme-dev-2")
                .discovery("dev");

        assertThat(ambiguity(() -> discovery.find(ResourceKind.BUCKET, "raw"))
                        .details()
                        .remedy())
                .isEqualTo("Choose by databot.storage(\"acme-dev-1\") or databot.storage(\"acme-dev-2\"), "
                        + "or set databot.bucket.raw=NAME.");
    }

    @Test
    void ambiguityOfOutputsIsSettledByASetting() {
        Discovery discovery = state().output("bucket", "acme-1")
                .output("data_bucket", "acme-2")
                .discovery("dev");

        assertThat(ambiguity(() -> discovery.find(ResourceKind.BUCKET))
                        .details()
                        .remedy())
                .isEqualTo("Set databot.bucket=NAME.");
    }

    @Test
    void absenceNamesThePlacesAndWhatThereIs() {
        Discovery discovery = state().bucket("a", "acme-prod-data").discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET, "raw"))
                .isInstanceOfSatisfying(NotFoundFailure.class, failure -> {
                    FailureDetails details = failure.details();
                    assertThat(details.operation()).isEqualTo("find bucket \"raw\" of environment dev");
                    assertThat(details.resource()).isEqualTo(TestState.ORIGIN);
                    assertThat(details.reason())
                            .isEqualTo("nothing fits; looked at setting databot.bucket.raw, output.databot.buckets, "
                                    + "labels databot_environment, output.dev_raw_bucket, output.raw_bucket, "
                                    + "output.dev_raw_bucket_name, output.raw_bucket_name, output.buckets, "
                                    + "labels environment and env, keys, names");
                    assertThat(details.remedy())
                            .isEqualTo("The state has acme-prod-data (google_storage_bucket.a). "
                                    + "Set databot.bucket.raw=NAME, or name it in the output databot.");
                });
    }

    @Test
    void absenceNamesTenOfMany() {
        TestState state = state();
        for (int i = 0; i < 12; i++) {
            state.bucket("prod" + i, "acme-prod-" + i);
        }
        Discovery discovery = state.discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET))
                .hasMessageContaining("acme-prod-9 (google_storage_bucket.prod9) and 2 more.")
                .hasMessageNotContaining("acme-prod-10");
    }

    @Test
    void absenceOfTheKindSaysSo() {
        assertThatThrownBy(() -> state().discovery("dev").find(ResourceKind.RUN_SERVICE))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("The state has no resource of type google_cloud_run_v2_service or"
                        + " google_cloud_run_service. Set databot.service=NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\n", "./_"})
    void aNameWithoutAnyWordIsRefused(String name) {
        Discovery discovery = state().bucket("b[\"\"]", "acme-dev").discovery("dev", "bucket.data=acme");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET, name))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("a name has at least one letter or digit")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theStateOfAnotherEnvironmentIsRefusedWhateverElseIsInIt() {
        Discovery discovery =
                state().contract("prod", Map.of()).bucket("dev", "acme-dev").discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessage("open environment dev " + TestState.ORIGIN + ": the state is of environment prod. "
                        + "Open \"prod\", or point DATABOT_STATE at the state of dev.");
        assertThatThrownBy(discovery::infrastructure).isInstanceOf(NotFoundFailure.class);
        assertThatThrownBy(discovery::project).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void aSecretInAnOutputIsNotShown() {
        Discovery discovery =
                state().output("bucket", text("hunter2").asSensitive()).discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET)).hasMessageNotContaining("hunter2");
    }
}
