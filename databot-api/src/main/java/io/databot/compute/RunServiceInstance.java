package io.databot.compute;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A Cloud Run service as the provider knew it at one moment.
 *
 * @param name its name
 * @param uri where it answers; empty until it is ready
 * @param ready whether the newest revision serves
 * @param image the container image of the newest revision
 * @param revision the newest revision's name; empty until there is one
 * @param labels its labels
 */
public record RunServiceInstance(
        ResourceName name,
        Optional<URI> uri,
        boolean ready,
        String image,
        Optional<String> revision,
        Map<String, String> labels) {
    public RunServiceInstance {
        labels = Map.copyOf(labels);
    }
}
