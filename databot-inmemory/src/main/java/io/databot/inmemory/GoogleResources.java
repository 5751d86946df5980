package io.databot.inmemory;

import io.databot.compute.WorkbenchState;
import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.state.StateValue;
import io.databot.storage.BucketName;
import io.databot.storage.Crc32c;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Resources as the Google provider writes them into a state, as far as somebody may look at them. */
record GoogleResources(String environment, String project, String region, String zone) {

    /**
     * A thing with its two appearances.
     *
     * @param resource the instance in the state
     * @param entry its entry in the output {@code databot}
     */
    record Described(DescribedResource resource, StateValue entry) {}

    GoogleResources inProject(String id) {
        return new GoogleResources(environment, id, region, zone);
    }

    GoogleResources at(String inRegion, String inZone) {
        return new GoogleResources(environment, project, inRegion, inZone);
    }

    Described bucket(String key, BucketName bucket, BucketCatalog.Kind kind) {
        String name = bucket.value();
        String location = region.toUpperCase(Locale.ROOT);
        StateValue versioned = StateValue.of(kind == BucketCatalog.Kind.VERSIONED);
        StateValue attributes = labelled(Values.of("id", name), key)
                .with("name", name)
                .with("project", project)
                .with("location", location)
                .with("storage_class", "STANDARD")
                .with("url", "gs://" + name)
                .with("self_link", "https://www.googleapis.com/storage/v1/b/" + name)
                .with("force_destroy", StateValue.of(true))
                .with("versioning", new Values().with("enabled", versioned).block())
                .build();
        StateValue entry = Values.of("name", name)
                .with("url", "gs://" + name)
                .with("location", location)
                .with("storage_class", "STANDARD")
                .with("role", key)
                .with("versioned", versioned)
                .with("ephemeral", StateValue.of(true))
                .build();
        return described("storage", key, "google_storage_bucket", attributes, entry);
    }

    Described serviceAccount(String key, String email) {
        String id = "projects/" + project + "/serviceAccounts/" + email;
        StateValue entry = Values.of("email", email)
                .with("member", "serviceAccount:" + email)
                .with("unique_id", uniqueId(email))
                .build();
        StateValue attributes = Values.of("id", id)
                .with("name", id)
                .with("account_id", email.replaceFirst("@.*", ""))
                .with("email", email)
                .with("member", "serviceAccount:" + email)
                .with("unique_id", uniqueId(email))
                .with("project", project)
                .with("disabled", StateValue.of(false))
                .build();
        return described("service_account", key, "google_service_account", attributes, entry);
    }

    Described workbench(String key, String name, WorkbenchState state) {
        String id = "projects/" + project + "/locations/" + zone + "/instances/" + name;
        String desired = state == WorkbenchState.ACTIVE ? "ACTIVE" : "STOPPED";
        String proxy = name + "-dot-" + region + ".notebooks.googleusercontent.com";
        StateValue attributes = labelled(Values.of("id", id), "workbench")
                .with("name", name)
                .with("project", project)
                .with("location", zone)
                .with("state", state.name())
                .with("desired_state", desired)
                .with("proxy_uri", proxy)
                .with("gce_setup", Values.of("machine_type", "e2-standard-4").block())
                .build();
        StateValue entry = Values.of("name", name)
                .with("id", id)
                .with("zone", zone)
                .with("state", state.name())
                .with("desired_state", desired)
                .with("proxy_uri", proxy)
                .build();
        return described("workbench", key, "google_workbench_instance", attributes, entry);
    }

    Described runService(String key, String name) {
        String id = "projects/" + project + "/locations/" + region + "/services/" + name;
        String uri = "https://" + name + "-" + uniqueId(project).substring(0, 10) + "." + region + ".run.app";
        StateValue attributes = labelled(Values.of("id", id), "service")
                .with("name", name)
                .with("project", project)
                .with("location", region)
                .with("uri", uri)
                .with("ingress", "INGRESS_TRAFFIC_INTERNAL_ONLY")
                .build();
        StateValue entry = Values.of("name", name)
                .with("id", id)
                .with("location", region)
                .with("uri", uri)
                .build();
        return described("cloud_run", key, "google_cloud_run_v2_service", attributes, entry);
    }

    private static Described described(
            String module, String key, String type, StateValue attributes, StateValue entry) {
        List<Address.ModuleStep> modules = List.of(new Address.ModuleStep(module, InstanceKey.of(key)));
        Address address = new Address(modules, ResourceMode.MANAGED, type, "this", InstanceKey.NONE);
        return new Described(new DescribedResource(address, attributes), entry);
    }

    /** Own labels, and those with what the provider adds. */
    private Values labelled(Values attributes, String role) {
        return attributes
                .with("labels", labels(role).build())
                .with(
                        "effective_labels",
                        labels(role).with("goog-terraform-provisioned", "true").build());
    }

    private Values labels(String role) {
        return Values.of("databot_environment", environment)
                .with("databot_managed_by", "terraform")
                .with("databot_role", role);
    }

    /** 21 digits that are always the same for one text. */
    private static String uniqueId(String text) {
        long hash = Integer.toUnsignedLong(
                Crc32c.of(text.getBytes(StandardCharsets.UTF_8)).value());
        return String.format(Locale.ROOT, "1%020d", hash * 1_000_003);
    }
}
