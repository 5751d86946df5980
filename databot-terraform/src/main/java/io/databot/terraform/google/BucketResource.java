package io.databot.terraform.google;

import io.databot.state.StateInstance;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A {@code google_storage_bucket}.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/storage_bucket.html.markdown">Its
 *     attributes</a>
 */
public final class BucketResource extends GoogleResource {

    static final String TYPE = "google_storage_bucket";

    BucketResource(StateInstance instance) {
        super(instance);
    }

    @Override
    public String name() {
        return attributes().text("name");
    }

    /** A region, dual-region or multi-region, in capitals as Google gives it, such as {@code US-CENTRAL1}. */
    public String location() {
        return attributes().text("location");
    }

    /** The storage class of new objects, such as {@code STANDARD}. */
    public Optional<String> storageClass() {
        return attributes().findText("storage_class");
    }

    /** Its {@code gs://} address. */
    public Optional<URI> url() {
        return attributes().findUri("url");
    }

    /** Whether it keeps old versions of objects. */
    public boolean versioned() {
        return attributes().flag("versioning", "enabled");
    }

    /** Whether only IAM decides on access, never an object's own list. */
    public boolean uniformAccess() {
        return attributes().flag("uniform_bucket_level_access");
    }

    /** {@code enforced} or {@code inherited}. */
    public Optional<String> publicAccessPrevention() {
        return attributes().findText("public_access_prevention");
    }

    /** Whether Terraform destroys it with all that is in it. */
    public boolean forceDestroy() {
        return attributes().flag("force_destroy");
    }

    /** How long deleted objects can be restored; zero if they cannot, empty if the state does not say it. */
    public Optional<Duration> softDelete() {
        return attributes().findSeconds("soft_delete_policy", "retention_duration_seconds");
    }

    /** How long an object must be kept; empty if there is no such rule. */
    public Optional<Duration> retention() {
        return attributes().findSeconds("retention_policy", "retention_period");
    }

    /** When it was made; only newer providers say it. */
    public Optional<Instant> created() {
        return attributes().findInstant("time_created");
    }
}
