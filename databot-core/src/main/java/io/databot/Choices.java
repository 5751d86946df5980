package io.databot;

import com.google.inject.Provider;
import io.databot.failure.FailureDetails;
import io.databot.failure.SettingsFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.settings.EnvironmentSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which backend serves each port of one environment. */
final class Choices {

    private final EnvironmentSettings settings;
    private final Backends backends;

    /** @throws SettingsFailure if a backend is set that is not on the class path; names all such */
    Choices(EnvironmentSettings settings, Backends backends) {
        this.settings = settings;
        this.backends = backends;
        requireKnown();
    }

    private void requireKnown() {
        List<String> problems = new ArrayList<>();
        for (Port port : Port.values()) {
            if (settings.isSet(port.setting()) && !backends.has(backendOf(port))) {
                problems.add(settings.originOf(port.setting()) + " names the backend \"" + backendOf(port)
                        + "\", which is not on the class path.");
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsFailure(
                    FailureDetails.of(
                            "read settings",
                            "environment " + settings.environment(),
                            String.join(" ", problems),
                            "There are: " + backends.names() + ". Add the artifact databot-NAME, or choose another."),
                    problems);
        }
    }

    String backendOf(Port port) {
        return settings.find(port.setting()).orElseGet(() -> port.standardFor(settings.environment()));
    }

    /**
     * The port of the chosen backend, constructed now.
     *
     * @throws UnsupportedFailure if the backend is not on the class path or has no such port
     */
    <P> P pick(Port port, Map<String, Provider<P>> ports) {
        String backend = backendOf(port);
        Provider<P> provider = ports.get(backend);
        if (provider == null) {
            String reason = backends.has(backend)
                    ? "the backend " + backend + " has no " + port.label() + " port"
                    : "the backend " + backend + " is not on the class path";
            throw new UnsupportedFailure(FailureDetails.of(
                    "use " + port.label(),
                    "environment " + settings.environment(),
                    reason,
                    "Add the artifact databot-" + backend + ", or set databot." + port.label()
                            + ".backend to one that has it: "
                            + (ports.isEmpty() ? "none here" : String.join(", ", ports.keySet())) + "."));
        }
        return provider.get();
    }
}
