package io.databot;

import io.databot.failure.FailureDetails;
import io.databot.failure.SettingsFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.spi.Backend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The adapters on the class path, by name. */
final class Backends {

    private final Map<String, Backend> byName;

    private Backends(Map<String, Backend> byName) {
        this.byName = byName;
    }

    /** @throws SettingsFailure if two adapters have one name */
    static Backends onClassPath() {
        Map<String, Backend> byName = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Backend backend : load()) {
            Backend other = byName.put(backend.name(), backend);
            if (other != null) {
                problems.add("the backends " + other.getClass().getName() + " and "
                        + backend.getClass().getName() + " are both named " + backend.name());
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsFailure(
                    FailureDetails.of(
                            "find backends",
                            "class path",
                            String.join("; ", problems),
                            "Leave one of the artifacts out."),
                    problems);
        }
        return new Backends(byName);
    }

    private static List<Backend> load() {
        try {
            return ServiceLoader.load(Backend.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new UnexpectedFailure(
                    FailureDetails.of(
                            "find backends",
                            "class path",
                            "an artifact declares a backend that cannot be loaded",
                            "See the cause; the artifacts may be of different releases."),
                    e);
        }
    }

    Collection<Backend> all() {
        return byName.values();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @throws IllegalArgumentException if there is no such backend */
    String require(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("no such backend");
        }
        return name;
    }

    /** For messages: the names, or that there are none. */
    String names() {
        return byName.isEmpty() ? "none" : String.join(", ", byName.keySet());
    }
}
