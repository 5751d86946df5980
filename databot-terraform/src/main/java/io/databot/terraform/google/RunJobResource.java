package io.databot.terraform.google;

import io.databot.state.StateInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A {@code google_cloud_run_v2_job}.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloud_run_v2_job.html.markdown">Its
 *     attributes</a>
 */
public final class RunJobResource extends GoogleResource {

    static final String TYPE = "google_cloud_run_v2_job";

    private static final String TEMPLATE = "template";

    RunJobResource(StateInstance instance) {
        super(instance);
    }

    @Override
    public String name() {
        return attributes().text("name");
    }

    /** The region that it is in. */
    public String location() {
        return attributes().text("location");
    }

    /** The images of a task's containers, in their order. */
    public List<String> images() {
        return attributes().textsOf("image", TEMPLATE, TEMPLATE, "containers");
    }

    /** The e-mail of the account that its tasks run as; empty if it is the project's default one. */
    public Optional<String> serviceAccount() {
        return attributes().findText(TEMPLATE, TEMPLATE, "service_account");
    }

    /** How many tasks one execution has. */
    public OptionalLong taskCount() {
        return attributes().findNumber(TEMPLATE, "task_count");
    }

    /** How many tasks run at a time; zero if Google decides. */
    public OptionalLong parallelism() {
        return attributes().findNumber(TEMPLATE, "parallelism");
    }

    /** How often a task that failed is run again. */
    public OptionalLong maxRetries() {
        return attributes().findNumber(TEMPLATE, TEMPLATE, "max_retries");
    }

    /** How long one attempt at a task may take. */
    public Optional<Duration> timeout() {
        return attributes().findDuration(TEMPLATE, TEMPLATE, "timeout");
    }
}
