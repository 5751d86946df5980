package io.databot;

import io.databot.compute.ResourceName;
import io.databot.discovery.Discovered;
import io.databot.discovery.ResourceKind;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The full name of a discovered machine or service: from its id, or from what else the state says. */
final class ResourceNames {

    /** {@code projects/P/locations/L/instances/I}, as Google's APIs name resources. */
    private static final Pattern ID = Pattern.compile("projects/([^/]+)/locations/([^/]+)/[a-z]+/([^/]+)");

    private ResourceNames() {}

    /** @param environmentProject asked for the environment's project when nothing nearer says it */
    static ResourceName of(Discovered discovered, Supplier<Optional<String>> environmentProject) {
        return Stream.of(discovered.text("id"), Optional.of(discovered.name()))
                .flatMap(Optional::stream)
                .map(ID::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(id -> new ResourceName(id.group(1), id.group(2), id.group(3)))
                .orElseGet(() -> ofParts(discovered, environmentProject));
    }

    private static ResourceName ofParts(Discovered discovered, Supplier<Optional<String>> environmentProject) {
        Optional<String> location = discovered.text("location").or(() -> discovered.text("zone"));
        Optional<String> project = discovered.text("project").or(environmentProject);
        if (project.isEmpty() || location.isEmpty()) {
            throw new NotFoundFailure(FailureDetails.of(
                    "name " + discovered.kind().label(),
                    discovered.name(),
                    discovered.source() + " does not say its " + (project.isEmpty() ? "project" : "location"),
                    "Publish it in the output databot, or set databot."
                            + discovered.kind().settingKey()
                            + " to the whole name: projects/PROJECT/locations/LOCATION/"
                            + (discovered.kind() == ResourceKind.WORKBENCH ? "instances" : "services") + "/NAME."));
        }
        return new ResourceName(project.get(), location.get(), discovered.name());
    }

    /**
     * An address from the state, which has those of proxies without a scheme.
     *
     * @throws StateFailure if it is none
     */
    static URI web(String address) {
        try {
            return new URI(address.contains("://") ? address : "https://" + address);
        } catch (URISyntaxException e) {
            throw new StateFailure(
                    StateFailure.Problem.MALFORMED,
                    FailureDetails.of(
                            "read an address", "state", "it is not a URI", "Look at the resource's attributes."),
                    e);
        }
    }
}
