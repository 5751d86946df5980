package io.databot.discovery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an environment has, as its state said at one moment.
 *
 * @param environment the environment's name
 * @param project the project's id, where the state says it
 * @param region the region, where the state says it
 * @param zone the zone, where the state says it
 * @param origin where the state was read
 * @param resources what there is of each kind
 */
public record Infrastructure(
        String environment,
        Optional<String> project,
        Optional<String> region,
        Optional<String> zone,
        String origin,
        Map<ResourceKind, List<Discovered>> resources) {

    public Infrastructure {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(origin, "origin");
        resources = Map.copyOf(resources);
    }

    /** What there is of a kind, in the order of the state. */
    public List<Discovered> all(ResourceKind kind) {
        return resources.getOrDefault(kind, List.of());
    }
}
