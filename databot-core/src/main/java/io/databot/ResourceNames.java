package io.databot;

import io.databot.compute.ResourceName;
import io.databot.discovery.Discovered;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The full name of a discovered machine or service: from its id, or from what else the state says. */
final class ResourceNames {

    /** {@code projects/P/locations/L/instances/I}, as Google's APIs name resources. */
    private static final Pattern ID = Pattern.compile("projects/([^/]+)/locations/([^/]+)/[a-z]+/([^/]+)");

    private ResourceNames() {}

    /** @param environmentProject the environment's project, where the state says it */
    static ResourceName of(Discovered discovered, Optional<String> environmentProject) {
        Optional<Matcher> id = discovered.text("id").map(ID::matcher).filter(Matcher::matches);
        if (id.isPresent()) {
            return new ResourceName(
                    id.get().group(1), id.get().group(2), id.get().group(3));
        }
        Optional<String> project = discovered.text("project").or(() -> environmentProject);
        Optional<String> location = discovered.text("location").or(() -> discovered.text("zone"));
        if (project.isEmpty() || location.isEmpty()) {
            throw new NotFoundFailure(FailureDetails.of(
                    "name " + discovered.kind().label(),
                    discovered.name(),
                    "the state does not say its " + (project.isEmpty() ? "project" : "location"),
                    "Publish it in the output databot."));
        }
        return new ResourceName(project.get(), location.get(), discovered.name());
    }

    /** The state has proxy addresses without a scheme. */
    static URI web(String address) {
        return URI.create(address.contains("://") ? address : "https://" + address);
    }
}
