package io.databot.terraform.google;

import io.databot.state.StateInstance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A {@code google_workbench_instance}, Workbench's second version.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/workbench_instance.html.markdown">Its
 *     attributes</a>
 */
public final class WorkbenchResource extends GoogleResource {

    static final String TYPE = "google_workbench_instance";

    private static final String SETUP = "gce_setup";

    WorkbenchResource(StateInstance instance) {
        super(instance);
    }

    @Override
    public String name() {
        return attributes().text("name");
    }

    /** The zone that it is in. */
    public String zone() {
        return attributes().text("location");
    }

    /** What it was, such as {@code ACTIVE} or {@code STOPPED}. */
    public Optional<String> state() {
        return attributes().findText("state");
    }

    /** What Terraform keeps it at: {@code ACTIVE} or {@code STOPPED}. */
    public Optional<String> desiredState() {
        return attributes().findText("desired_state");
    }

    /** Where JupyterLab opens; empty if it had not started yet. The state has only the host, this has the scheme too. */
    public Optional<URI> proxyUri() {
        Optional<URI> written = attributes().findUri("proxy_uri");
        return written.map(uri -> uri.getScheme() == null ? URI.create("https://" + uri) : uri);
    }

    /** The machine type, such as {@code e2-standard-4}. */
    public Optional<String> machineType() {
        return attributes().findText(SETUP, "machine_type");
    }

    /** The type of its graphics processors, such as {@code NVIDIA_TESLA_T4}; empty without any. */
    public Optional<String> acceleratorType() {
        return attributes().findText(SETUP, "accelerator_configs", "type");
    }

    /** How many of them it has; empty without any. */
    public OptionalLong acceleratorCount() {
        return attributes().findNumber(SETUP, "accelerator_configs", "core_count");
    }

    /** The e-mail of the account that it runs as; empty if it is the project's default one. */
    public Optional<String> serviceAccount() {
        return attributes().findText(SETUP, "service_accounts", "email");
    }

    /** The size of the boot disk in GiB. */
    public OptionalLong bootDiskGib() {
        return attributes().findNumber(SETUP, "boot_disk", "disk_size_gb");
    }

    /** The size of the data disk in GiB. */
    public OptionalLong dataDiskGib() {
        return attributes().findNumber(SETUP, "data_disks", "disk_size_gb");
    }

    /** The network's path or name; empty if it is the project's default one. */
    public Optional<String> network() {
        return attributes().findText(SETUP, "network_interfaces", "network");
    }

    /** Whether it has an address that the internet can reach. */
    public boolean publicIp() {
        return !attributes().flag(SETUP, "disable_public_ip");
    }

    /** After what time without use it stops by itself; empty if the configuration does not say it. */
    public Optional<Duration> idleShutdown() {
        return attributes().findSeconds(SETUP, "metadata", "idle-timeout-seconds");
    }

    /** The e-mails of those who alone may open it; empty if its service account's users may. */
    public List<String> owners() {
        return attributes().texts("instance_owners");
    }

    /** When it was made. */
    public Optional<Instant> created() {
        return attributes().findInstant("create_time");
    }
}
