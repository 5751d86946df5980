package io.databot.examples.inventory;

/** The kinds of resources that are shown one by one; discovery uses the same words. */
enum Kind {
    BUCKET("bucket", "buckets"),
    SERVICE_ACCOUNT("service account", "service_accounts"),
    WORKBENCH("workbench", "workbenches"),
    SERVICE("service", "services"),
    JOB("job", "jobs");

    private final String label;
    private final String plural;

    Kind(String label, String plural) {
        this.label = label;
        this.plural = plural;
    }

    /** For people. */
    String label() {
        return label;
    }

    /** The key in JSON, as in the output {@code databot}. */
    String plural() {
        return plural;
    }
}
