package io.databot.discovery;

import java.util.List;

/** The kinds of things that discovery finds. */
public enum ResourceKind {
    BUCKET("bucket", "buckets", "name", "storage"),
    SERVICE_ACCOUNT("service account", "service_accounts", "email", "serviceAccount"),
    WORKBENCH("workbench", "workbenches", "name", "workbench"),
    RUN_SERVICE("service", "services", "name", "service");

    private final String label;
    private final String contractKey;
    private final String nameAttribute;
    private final String call;

    ResourceKind(String label, String contractKey, String nameAttribute, String call) {
        this.label = label;
        this.contractKey = contractKey;
        this.nameAttribute = nameAttribute;
        this.call = call;
    }

    /** For people, such as {@code service account}. */
    public String label() {
        return label;
    }

    /** The setting that names one explicitly, such as {@code service-account}. */
    public String settingKey() {
        return label.replace(' ', '-');
    }

    /** Terraform's resource types. */
    List<String> types() {
        return switch (this) {
            case BUCKET -> List.of("google_storage_bucket");
            case SERVICE_ACCOUNT -> List.of("google_service_account");
            case WORKBENCH -> List.of("google_workbench_instance");
            case RUN_SERVICE -> List.of("google_cloud_run_v2_service", "google_cloud_run_service");
        };
    }

    /** What the names of plain outputs end with. */
    List<String> outputSuffixes() {
        return switch (this) {
            case BUCKET -> List.of("bucket", "bucket_name");
            case SERVICE_ACCOUNT -> List.of("service_account", "service_account_email");
            case WORKBENCH -> List.of("workbench", "workbench_name", "workbench_instance_name");
            case RUN_SERVICE -> List.of("service", "service_name", "cloud_run_service");
        };
    }

    /** The map in the output {@code databot}, and the plain output that holds several. */
    String contractKey() {
        return contractKey;
    }

    /** The attribute by which the provider knows it. */
    String nameAttribute() {
        return nameAttribute;
    }

    /** The method of {@code Databot} that hands it out. */
    String call() {
        return call;
    }
}
