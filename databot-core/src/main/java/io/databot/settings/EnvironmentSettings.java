package io.databot.settings;

import io.databot.failure.FailureDetails;
import io.databot.failure.SettingsFailure;
import io.databot.settings.Sources.Entry;
import io.databot.spi.Setting;
import io.databot.spi.Settings;
import io.databot.state.NearestNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings of one environment, collected and checked. */
public final class EnvironmentSettings implements Settings {

    private static final String VARIABLE_PREFIX = "DATABOT_";
    private static final String SCOPE = "env.";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 ._+-]{0,20}");

    private final String environment;
    private final Map<String, Entry> entries;
    private final Map<String, Object> values;
    private final Map<String, String> variables;

    private EnvironmentSettings(
            String environment, Map<String, Entry> entries, Map<String, Object> values, Map<String, String> variables) {
        this.environment = environment;
        this.entries = entries;
        this.values = values;
        this.variables = variables;
    }

    /**
     * Collects and checks.
     *
     * @param environment the environment's name; entries below {@code env.<name>.} are for it alone and stronger than
     *     others of the same source
     * @param sources where settings may come from
     * @param code what the code sets, strongest
     * @param declared every setting that somebody reads
     * @param families keys below which any name may stand
     * @throws SettingsFailure if a key is unknown or a text does not fit; names all problems
     */
    public static EnvironmentSettings collect(
            String environment,
            Sources sources,
            Map<String, String> code,
            Collection<Setting<?>> declared,
            List<String> families) {
        KnownSettings known = new KnownSettings(declared, families);
        Collector collector = new Collector(environment, known);
        List<Map<String, Entry>> layers = sources.propertyLayers();
        collector.add(layers.get(0));
        collector.add(layers.get(1));
        collector.addVariables(sources.variables());
        collector.add(layers.get(2));
        Map<String, Entry> set = new TreeMap<>();
        code.forEach((key, value) -> set.put(key, new Entry(value, "Environment.with(\"" + key + "\")")));
        collector.add(set);
        return collector.check(sources.variables());
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Setting<T> setting) {
        Object value = values.get(setting.key());
        return value == null ? setting.standard().map(setting.parser()) : Optional.of((T) value);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalArgumentException("setting " + setting.key() + " has no default"));
    }

    @Override
    public Map<String, String> below(String key) {
        Map<String, String> found = new TreeMap<>();
        String prefix = key + ".";
        entries.forEach((name, entry) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), entry.value());
            }
        });
        return found;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The keys that are set and where from; without the values. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        entries.forEach((key, entry) -> parts.add(key + " from " + entry.origin()));
        return environment + parts;
    }

    /** Puts the layers over one another and keeps every problem. */
    private static final class Collector {

        private final String environment;
        private final KnownSettings known;
        private final Map<String, Entry> entries = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();

        Collector(String environment, KnownSettings known) {
            this.environment = environment;
            this.known = known;
        }

        void add(Map<String, Entry> layer) {
            layer.forEach((key, entry) -> {
                if (!key.startsWith(SCOPE)) {
                    put(key, entry);
                }
            });
            String own = SCOPE + environment + ".";
            layer.forEach((key, entry) -> {
                if (key.startsWith(own)) {
                    put(key.substring(own.length()), entry);
                }
            });
        }

        void addVariables(Map<String, String> variables) {
            new TreeMap<>(variables).forEach((name, value) -> {
                if (name.startsWith(VARIABLE_PREFIX)) {
                    String suffix = name.substring(VARIABLE_PREFIX.length());
                    known.keyOfVariable(suffix)
                            .ifPresentOrElse(
                                    key -> put(key, new Entry(value, "variable " + name)),
                                    () -> unknown("variable " + name, name, variableNames()));
                }
            });
        }

        private void put(String key, Entry entry) {
            if (known.has(key)) {
                forgetOtherSpellings(key);
                entries.put(key, entry);
            } else {
                unknown(entry.origin(), key, known.keys());
            }
        }

        /** A variable cannot say {@code bucket.raw-in}; its {@code bucket.raw_in} replaces that of a weaker source. */
        private void forgetOtherSpellings(String key) {
            if (known.isOfFamily(key)) {
                String spelling = KnownSettings.variable(key);
                entries.keySet()
                        .removeIf(other -> known.isOfFamily(other)
                                && KnownSettings.variable(other).equals(spelling));
            }
        }

        private void unknown(String origin, String name, List<String> names) {
            problems.add(origin + " is not a setting. " + NearestNames.suggestion(name, names));
        }

        private List<String> variableNames() {
            return known.variables().stream()
                    .map(suffix -> VARIABLE_PREFIX + suffix)
                    .toList();
        }

        EnvironmentSettings check(Map<String, String> variables) {
            Map<String, Object> values = new LinkedHashMap<>();
            known.all().forEach(setting -> parse(setting, values));
            entries.forEach((key, entry) -> {
                if (known.isOfFamily(key) && entry.value().isBlank()) {
                    problems.add(entry.origin() + " must be a text, not \"\".");
                }
            });
            if (!problems.isEmpty()) {
                throw failure();
            }
            return new EnvironmentSettings(environment, entries, values, Map.copyOf(variables));
        }

        private void parse(Setting<?> setting, Map<String, Object> values) {
            Entry entry = entries.get(setting.key());
            if (entry != null) {
                try {
                    values.put(setting.key(), setting.parser().apply(entry.value()));
                } catch (IllegalArgumentException e) {
                    problems.add(entry.origin() + " must be " + setting.expectation() + shown(entry.value()) + ".");
                }
            }
        }

        private SettingsFailure failure() {
            String all = String.join(" ", problems);
            return new SettingsFailure(
                    FailureDetails.of(
                            "read settings",
                            "environment " + environment,
                            problems.size()
                                    + (problems.size() == 1 ? " problem: " : " problems: ")
                                    + all.substring(0, all.length() - 1),
                            "Correct them; docs/settings.md lists every setting."),
                    problems);
        }

        /** Only what is too short and too plain for an address with a password or a key. */
        private static String shown(String value) {
            return HARMLESS.matcher(value).matches() ? ", not \"" + value + "\"" : "";
        }
    }
}
