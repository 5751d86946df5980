package io.databot;

import com.google.inject.Provider;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;
import io.databot.settings.EnvironmentSettings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which backend serves each port of one environment. */
final class Choices {

    /** The artifacts whose names their backends' do not tell. */
    private static final Map<String, String> ARTIFACTS = Map.of("memory", "databot-inmemory");

    private final EnvironmentSettings settings;
    private final Backends backends;

    Choices(EnvironmentSettings settings, Backends backends) {
        this.settings = settings;
        this.backends = backends;
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
            throw missing(port, backend, ports.keySet());
        }
        return provider.get();
    }

    private UnsupportedFailure missing(Port port, String backend, Set<String> others) {
        boolean there = backends.has(backend);
        String reason =
                "the backend " + backend + (there ? " has no " + port.label() + " port" : " is not on the class path");
        String setting = "set databot." + port.label() + ".backend to one that has it: "
                + (others.isEmpty() ? "none here" : String.join(", ", new TreeSet<>(others))) + ".";
        String remedy = there
                ? "S" + setting.substring(1)
                : "Add the artifact " + ARTIFACTS.getOrDefault(backend, "databot-" + backend) + ", or " + setting;
        return new UnsupportedFailure(
                FailureDetails.of("use " + port.label(), "environment " + settings.environment(), reason, remedy));
    }
}
