package io.databot;

import io.databot.compute.ResourceName;
import io.databot.discovery.Discovered;
import io.databot.discovery.Infrastructure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The full name of a discovered machine or service: from its id, or from what else the state says. */
final class ResourceNames {

    /** {@code projects/P/locations/L/instances/I}, as Google's APIs name resources. */
    private static final Pattern ID = Pattern.compile("projects/([^/]+)/locations/([^/]+)/[a-z]+/([^/]+)");

    private ResourceNames() {}

    static ResourceName of(Discovered discovered, Infrastructure infrastructure) {
        Optional<Matcher> id = discovered.text("id").map(ID::matcher).filter(Matcher::matches);
        if (id.isPresent()) {
            return new ResourceName(id.get().group(1), id.get().group(2), id.get().group(3));
        }
        Optional<String> project = discovered.text("project").or(infrastructure::project);
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
}
