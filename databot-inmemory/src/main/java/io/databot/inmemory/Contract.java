package io.databot.inmemory;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of the output {@code databot}, in which the Terraform code says what there is. */
final class Contract {

    static final String BUCKETS = "buckets";
    static final String SERVICE_ACCOUNTS = "service_accounts";
    static final String WORKBENCHES = "workbenches";
    static final String SERVICES = "services";

    private static final long VERSION = 1;

    private final Map<String, Map<String, StateValue>> kinds = new LinkedHashMap<>();

    Contract() {
        for (String kind : List.of(BUCKETS, SERVICE_ACCOUNTS, WORKBENCHES, SERVICES)) {
            kinds.put(kind, new LinkedHashMap<>());
        }
    }

    /** Whether the kind has no such key yet; it has it from now on. */
    boolean add(String kind, String key, StateValue entry) {
        return kinds.computeIfAbsent(kind, absent -> new LinkedHashMap<>()).putIfAbsent(key, entry) == null;
    }

    StateValue output(String environment, String project, String region, String zone) {
        Values output = new Values()
                .with("schema_version", StateValue.of(VERSION))
                .with("environment", environment)
                .with("project_id", project)
                .with("region", region)
                .with("zone", zone)
                .with(
                        "state",
                        Values.of("backend", "memory")
                                .with("bucket", StateValue.ofNull())
                                .with("prefix", StateValue.ofNull())
                                .build());
        kinds.forEach((kind, entries) -> output.with(kind, StateValue.of(entries)));
        return output.with("apis", StateValue.of(List.of())).build();
    }
}
