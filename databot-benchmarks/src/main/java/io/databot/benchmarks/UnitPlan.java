package io.databot.benchmarks;

import io.databot.state.ResourceMode;
import java.util.List;

/** The resources of a unit, sorted as Terraform sorts them. */
final class UnitPlan {

    /**
     * One resource.
     *
     * @param mode managed or data
     * @param type its type
     * @param name its name
     * @param template what its instances look like
     * @param keys its instances
     * @param asked the attribute that benchmarks ask for
     */
    record Part(ResourceMode mode, String type, String name, Template template, Keys keys, String asked) {}

    static final List<Part> PARTS = List.of(
            data("project", "project", Keys.SINGLE, "number"),
            data("compute_zones", "zones", Keys.SINGLE, "names[1]"),
            managed(
                    "cloud_run_v2_service",
                    "services",
                    "run_service",
                    Keys.forEach("api", "batch", "web"),
                    "template[0].containers[0].resources[0].limits[\"memory\"]"),
            managed(
                    "cloud_run_v2_service_iam_member",
                    "callers",
                    "run_iam_member",
                    Keys.forEach("web", "batch", "mobile", "partner"),
                    "member"),
            managed("compute_firewall", "rules", "firewall", Keys.count(6), "source_ranges[0]"),
            managed("compute_network", "network", "network", Keys.SINGLE, "self_link"),
            managed(
                    "compute_subnetwork",
                    "regions",
                    "subnetwork",
                    Keys.forEach("us-central1", "europe-west6"),
                    "ip_cidr_range"),
            managed("project_iam_member", "roles", "project_iam_member", roles(), "role"),
            managed("project_service", "apis", "project_service", apis(), "service"),
            managed(
                    "pubsub_subscription",
                    "subscriptions",
                    "subscription",
                    topics(),
                    "retry_policy[0].minimum_backoff"),
            managed("pubsub_topic", "topics", "topic", topics(), "labels[\"cost_center\"]"),
            managed("secret_manager_secret", "secrets", "secret", secrets(), "create_time"),
            managed("secret_manager_secret_version", "versions", "secret_version", secrets(), "secret_data"),
            managed("service_account", "accounts", "service_account", accounts(), "email"),
            managed(
                    "service_account_iam_member",
                    "users",
                    "service_account_iam_member",
                    Keys.forEach("analysts", "engineers", "operators", "reviewers", "scientists", "testers"),
                    "condition[0].title"),
            managed("service_account_key", "legacy", "service_account_key", Keys.count(1), "valid_after"),
            managed(
                    "storage_bucket",
                    "archive",
                    "archive_bucket",
                    Keys.forEach("logs", "models", "reports"),
                    "lifecycle_rule[0].action[0].storage_class"),
            managed("storage_bucket", "data", "bucket", buckets(), "url"),
            managed("storage_bucket_iam_member", "writers", "bucket_iam_member", buckets(), "member"),
            managed("workbench_instance", "workbench", "workbench", Keys.count(1), "gce_setup[0].machine_type"));

    private UnitPlan() {}

    private static Part data(String type, String name, Keys keys, String asked) {
        return new Part(ResourceMode.DATA, "google_" + type, name, Template.members(name, 8), keys, asked);
    }

    private static Part managed(String type, String name, String template, Keys keys, String asked) {
        return new Part(ResourceMode.MANAGED, "google_" + type, name, Template.members(template, 8), keys, asked);
    }

    private static Keys roles() {
        return Keys.forEach(
                "roles/aiplatform.user",
                "roles/artifactregistry.reader",
                "roles/bigquery.dataEditor",
                "roles/bigquery.jobUser",
                "roles/cloudtrace.agent",
                "roles/compute.viewer",
                "roles/errorreporting.writer",
                "roles/logging.logWriter",
                "roles/monitoring.metricWriter",
                "roles/notebooks.runner",
                "roles/notebooks.viewer",
                "roles/pubsub.publisher",
                "roles/pubsub.subscriber",
                "roles/run.invoker",
                "roles/secretmanager.secretAccessor",
                "roles/secretmanager.viewer",
                "roles/serviceusage.serviceUsageConsumer");
    }

    private static Keys apis() {
        return Keys.forEach(
                "aiplatform.googleapis.com",
                "artifactregistry.googleapis.com",
                "bigquery.googleapis.com",
                "cloudresourcemanager.googleapis.com",
                "compute.googleapis.com",
                "iam.googleapis.com",
                "iamcredentials.googleapis.com",
                "logging.googleapis.com",
                "monitoring.googleapis.com",
                "notebooks.googleapis.com",
                "pubsub.googleapis.com",
                "run.googleapis.com",
                "serviceusage.googleapis.com",
                "storage.googleapis.com");
    }

    private static Keys topics() {
        return Keys.forEach("arrived", "billed", "failed", "shipped");
    }

    private static Keys secrets() {
        return Keys.forEach("database", "partner-api", "signing", "webhook");
    }

    private static Keys accounts() {
        return Keys.forEach("batch", "deploy", "ingest", "monitor", "run", "web");
    }

    private static Keys buckets() {
        return Keys.forEach("raw", "clean", "exports", "imports", "staging", "scratch", "features", "labels", "audit");
    }
}
