package io.databot;

import com.google.inject.Module;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.settings.Sources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which environment to open, and what the code says about it. Immutable; every {@code with} gives another one.
 *
 * <p>{@code Databot.open(Environment.of("dev").with("storage.backend", "memory"))}
 */
public final class Environment {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    private final String name;
    private final Map<String, String> settings;
    private final List<Module> overrides;
    private final Clock clock;
    private final Optional<Sources> sources;

    private Environment(
            String name, Map<String, String> settings, List<Module> overrides, Clock clock, Optional<Sources> sources) {
        this.name = name;
        this.settings = settings;
        this.overrides = overrides;
        this.clock = clock;
        this.sources = sources;
    }

    /**
     * An environment by its name, such as {@code dev} or {@code prod}. Whether there is one shows when its state is read.
     * {@code test} and {@code memory} have everything in memory unless settings say otherwise.
     *
     * @throws InvalidRequestFailure if the text cannot be an environment's name
     */
    public static Environment of(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "name an environment",
                    "\"" + name.replaceAll("\\p{Cntrl}", "?") + "\"",
                    "it is not 1 to 63 letters, digits, '-', '_' or '.' that begin and end with a letter or digit",
                    "Use a name such as dev or prod."));
        }
        return new Environment(name, Map.of(), List.of(), Clock.systemUTC(), Optional.empty());
    }

    /**
     * Sets a setting, stronger than every other source.
     *
     * @param key the key, with or without {@code databot.}, such as {@code storage.backend}
     */
    public Environment with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key.startsWith("databot.") ? key.substring("databot.".length()) : key, Objects.requireNonNull(value));
        return new Environment(name, Map.copyOf(more), overrides, clock, sources);
    }

    /** Replaces bindings, as {@code Guice}'s {@code Modules.override} does; later ones win. */
    public Environment overriding(Module module) {
        List<Module> more = new ArrayList<>(overrides);
        more.add(module);
        return new Environment(name, settings, List.copyOf(more), clock, sources);
    }

    /** Tells the time by another clock. */
    public Environment withClock(Clock other) {
        return new Environment(name, settings, overrides, other, sources);
    }

    /** Takes settings from these sources instead of this process's files, variables and properties. */
    public Environment withSources(Sources other) {
        return new Environment(name, settings, overrides, clock, Optional.of(other));
    }

    public String name() {
        return name;
    }

    Map<String, String> settings() {
        return settings;
    }

    List<Module> overrides() {
        return overrides;
    }

    Clock clock() {
        return clock;
    }

    Sources sources() {
        return sources.orElseGet(Sources::ofProcess);
    }

    /** The name and which settings the code sets; without their values. */
    @Override
    public String toString() {
        return "environment " + name + (settings.isEmpty() ? "" : " with " + settings.keySet());
    }
}
