package io.databot.terraform.google;

import io.databot.state.StateInstance;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Cloud Run service, whichever of the provider's two resources it was made with: {@code google_cloud_run_v2_service} or
 * {@code google_cloud_run_service}.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloud_run_v2_service.html.markdown">The
 *     attributes of version 2</a>
 * @see <a href="https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloud_run_service.html.markdown">The
 *     attributes of version 1</a>
 */
public final class RunServiceResource extends GoogleResource {

    static final String TYPE_V1 = "google_cloud_run_service";
    static final String TYPE_V2 = "google_cloud_run_v2_service";

    /** The version of Cloud Run's API that the resource speaks. */
    public enum Version {
        /** {@code google_cloud_run_service}. */
        V1,
        /** {@code google_cloud_run_v2_service}. */
        V2
    }

    private final Version version;

    RunServiceResource(StateInstance instance) {
        super(instance);
        version = instance.address().type().equals(TYPE_V1) ? Version.V1 : Version.V2;
    }

    /** Which of the two resources it is. */
    public Version version() {
        return version;
    }

    @Override
    public String name() {
        return attributes().text("name");
    }

    /** The region that it is in. */
    public String location() {
        return attributes().text("location");
    }

    /** Where it answers; empty if it was never ready. */
    public Optional<URI> uri() {
        return version == Version.V1
                ? attributes().findUri("status", "url")
                : attributes().findUri("uri");
    }

    /** The images of its containers, in their order. */
    public List<String> images() {
        return version == Version.V1
                ? attributes().textsOf("image", "template", "spec", "containers")
                : attributes().textsOf("image", "template", "containers");
    }

    /** The e-mail of the account that it runs as; empty if it is the project's default one. */
    public Optional<String> serviceAccount() {
        return version == Version.V1
                ? attributes().findText("template", "spec", "service_account_name")
                : attributes().findText("template", "service_account");
    }

    /** How long one request may take. */
    public Optional<Duration> timeout() {
        return version == Version.V1
                ? attributes().findSeconds("template", "spec", "timeout_seconds")
                : attributes().findDuration("template", "timeout");
    }

    /** How many requests one instance serves at a time. */
    public OptionalLong concurrency() {
        return version == Version.V1
                ? attributes().findNumber("template", "spec", "container_concurrency")
                : attributes().findNumber("template", "max_instance_request_concurrency");
    }

    /** Who may send requests, in the words of the version: {@code internal}, or {@code INGRESS_TRAFFIC_INTERNAL_ONLY}. */
    public Optional<String> ingress() {
        return version == Version.V1
                ? attributes().findText("metadata", "annotations", "run.googleapis.com/ingress")
                : attributes().findText("ingress");
    }

    /** The short name of the last revision that became ready; empty if none did. */
    public Optional<String> readyRevision() {
        Optional<String> written = version == Version.V1
                ? attributes().findText("status", "latest_ready_revision_name")
                : attributes().findText("latest_ready_revision");
        return written.map(name -> name.substring(name.lastIndexOf('/') + 1));
    }

    @Override
    public Map<String, String> labels() {
        return version == Version.V1 ? attributes().labels("metadata") : super.labels();
    }
}
