package io.databot.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.StateValue;
import org.junit.jupiter.api.Test;

/** What an environment has is listed whole, each thing once. */
class EverythingTest {

    private static final StateValue BUCKETS =
            TestState.map("data=acme-data", "archive=acme-archive", "prod=acme-prod-data");

    @Test
    void plainOutputsAreListedAndThoseOfAnotherEnvironmentAreNot() {
        Discovery discovery = TestState.state()
                .output("buckets", BUCKETS)
                .output("dev_bucket", "acme-more")
                .discovery("dev");

        assertThat(discovery.all(ResourceKind.BUCKET))
                .extracting(Discovered::name)
                .containsExactlyInAnyOrder("acme-data", "acme-archive", "acme-more");
    }

    @Test
    void plainOutputsDoNotHideWhatLabelsTell() {
        Discovery discovery = TestState.state()
                .output("bucket", "acme-data")
                .bucket("data", "acme-data", "env=dev")
                .bucket("logs", "acme-logs", "env=dev")
                .bucket("other", "acme-other", "env=prod")
                .discovery("dev");

        assertThat(discovery.all(ResourceKind.BUCKET))
                .extracting(Discovered::name)
                .containsExactly("acme-data", "acme-logs");
    }

    @Test
    void whatASettingNamesTakesThePlaceOfTheSameKey() {
        Discovery discovery = TestState.state()
                .bucket("data", "acme-data", "databot_environment=dev", "databot_role=data")
                .bucket("archive", "acme-archive", "databot_environment=dev", "databot_role=archive")
                .discovery("dev", "bucket.archive=old-things");

        assertThat(discovery.all(ResourceKind.BUCKET))
                .extracting(Discovered::name)
                .containsExactly("old-things", "acme-data");
    }
}
