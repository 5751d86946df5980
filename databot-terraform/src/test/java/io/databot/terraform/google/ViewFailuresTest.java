package io.databot.terraform.google;

import static io.databot.terraform.google.Values.block;
import static io.databot.terraform.google.Values.text;
import static io.databot.terraform.google.Values.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.StateValue;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A failure of a view names the address and the attribute, and no value. */
class ViewFailuresTest {

    private static final String ADDRESS = "module.m[\"a.b\"].google_storage_bucket.b[0]";

    private static BucketResource bucket(Map<String, StateValue> attributes) {
        return views(ADDRESS, attributes).bucket(ADDRESS);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnfit(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StateFailure.class,
                        failure -> assertThat(failure.problem()).isEqualTo(Problem.MALFORMED))
                .hasMessageContaining(ADDRESS)
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    @Test
    void missingRequiredAttributeIsNamed() {
        assertUnfit(bucket(Map.of())::name).hasMessageContaining("attribute name is not set");
        assertUnfit(bucket(Map.of("name", StateValue.ofNull()))::name)
                .hasMessageContaining("attribute name is not set");
        assertUnfit(bucket(Map.of("name", text("")))::name).hasMessageContaining("attribute name is not set");
    }

    @Test
    void wrongTypeIsNamed() {
        assertUnfit(bucket(Map.of("name", StateValue.of(List.of(text("s3cr3t")))))::name)
                .hasMessageContaining("attribute name is of kind LIST, not STRING");
        assertUnfit(bucket(Map.of("versioning", block(Map.of("enabled", text("s3cr3t")))))::versioned)
                .hasMessageContaining("attribute versioning.enabled is of kind STRING, not BOOL");
        assertUnfit(bucket(Map.of("effective_labels", text("s3cr3t")))::labels)
                .hasMessageContaining("attribute effective_labels is of kind STRING, not MAP");
        assertUnfit(bucket(Map.of("labels", StateValue.of(Map.of("a", StateValue.of(true)))))::labels)
                .hasMessageContaining("attribute labels is of kind BOOL, not STRING");
    }

    @Test
    void textThatCannotBeConvertedIsNamedAndNotShown() {
        assertUnfit(bucket(Map.of("url", text("gs://s3cr3t s3cr3t")))::url)
                .hasMessageContaining("attribute url is not an address");
        assertUnfit(bucket(Map.of("time_created", text("s3cr3t")))::created)
                .hasMessageContaining("attribute time_created is not a time");
        StateValue retention = block(Map.of("retention_period", text("s3cr3t")));
        assertUnfit(bucket(Map.of("retention_policy", retention))::retention)
                .hasMessageContaining("attribute retention_policy.retention_period is not a number");
        StateValue huge = block(Map.of("retention_period", text("1e999999999")));
        assertUnfit(bucket(Map.of("retention_policy", huge))::retention)
                .hasMessageContaining("is not a whole number of 64 bits");
    }

    @Test
    void durationThatIsNoneIsNamed() {
        for (String wrong : List.of("5m", "s", "s3cr3ts", "1e99999999s", "0.0000000001s")) {
            RunJobResource job = views(
                            "google_cloud_run_v2_job.j",
                            Map.of("template", block(Map.of("template", block(Map.of("timeout", text(wrong)))))))
                    .jobs()
                    .get(0);

            assertThatThrownBy(job::timeout)
                    .as(wrong)
                    .isInstanceOf(StateFailure.class)
                    .hasMessageContaining("google_cloud_run_v2_job.j")
                    .hasMessageContaining("attribute template.template.timeout is not a duration")
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @Test
    void addressWithoutResourceNamesTheNearest() {
        GoogleResources google = views("google_storage_bucket.data", Map.of());

        assertThatThrownBy(() -> google.bucket("google_storage_bucket.dta"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("Nearest: google_storage_bucket.data");
        assertThatThrownBy(() -> google.job("google_storage_bucket.data")).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void printingAViewShowsItsAddressAlone() {
        assertThat(bucket(Map.of("name", text("s3cr3t")))).hasToString(ADDRESS);
    }
}
