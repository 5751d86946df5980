package io.databot.discovery;

import io.databot.settings.EnvironmentSettings;
import io.databot.settings.Sources;
import io.databot.state.Address;
import io.databot.state.State;
import io.databot.state.StateAnswers;
import io.databot.state.StateInstance;
import io.databot.state.StateSnapshot;
import io.databot.state.StateSource;
import io.databot.state.StateValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A state as tests describe it. Labels are written {@code key=value}. */
public final class TestState {

    static final String ORIGIN = "states/test.tfstate";

    private static final Pattern MODULES = Pattern.compile("^(module\\.[^.\\[]+(\\[[^]]*])?\\.)*");

    private final List<StateInstance> instances = new ArrayList<>();
    private final Map<String, StateValue> outputs = new LinkedHashMap<>();

    public static TestState state() {
        return new TestState();
    }

    private record Instance(Address address, boolean tainted, Optional<String> deposedKey, StateValue attributes)
            implements StateInstance {

        @Override
        public Optional<StateValue> find(String path) {
            return StateAnswers.find(this, path);
        }
    }

    /** A bucket with these effective labels. */
    public TestState bucket(String resource, String name, String... labels) {
        return resource("google_storage_bucket", resource, Map.of("name", text(name), "effective_labels", map(labels)));
    }

    /** A bucket of a project. */
    public TestState bucketIn(String project, String resource, String name, String... labels) {
        return resource(
                "google_storage_bucket",
                resource,
                Map.of("name", text(name), "project", text(project), "effective_labels", map(labels)));
    }

    /** A managed resource: {@code module.m.name["key"]} without its type. */
    public TestState resource(String type, String resource, Map<String, StateValue> attributes) {
        return instance(addressOf(type, resource), false, Optional.empty(), StateValue.of(attributes));
    }

    public TestState instance(String address, boolean tainted, Optional<String> deposed, StateValue attributes) {
        instances.add(new Instance(Address.parse(address), tainted, deposed, attributes));
        return this;
    }

    public TestState output(String name, String value) {
        return output(name, text(value));
    }

    public TestState output(String name, StateValue value) {
        outputs.put(name, value);
        return this;
    }

    /** The output {@code databot} of version 1 for an environment. */
    public TestState contract(String environment, Map<String, StateValue> more) {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        entries.put("schema_version", StateValue.of(1));
        entries.put("environment", text(environment));
        entries.putAll(more);
        return output("databot", StateValue.of(entries));
    }

    public State build() {
        return new StateSnapshot(
                new StateSnapshot.Header("lineage", 7, ORIGIN, Instant.EPOCH, false), instances, outputs);
    }

    /** Discovery in this state with settings written {@code key=value}. */
    Discovery discovery(String environment, String... settings) {
        State built = build();
        return new Discovery(settings(environment, settings), () -> sourceOf(built));
    }

    static EnvironmentSettings settings(String environment, String... settings) {
        Map<String, String> code = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            code.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return EnvironmentSettings.collect(
                environment,
                Sources.none(Path.of("no-such-directory")),
                code,
                DiscoverySettings.all(),
                DiscoverySettings.families());
    }

    private static StateSource sourceOf(State state) {
        return new QuietSource() {
            @Override
            public State read() {
                return state;
            }
        };
    }

    public static StateValue text(String text) {
        return StateValue.of(text);
    }

    /** A map of texts written {@code key=value}. */
    public static StateValue map(String... entries) {
        Map<String, StateValue> map = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            map.put(entry.substring(0, equals), text(entry.substring(equals + 1)));
        }
        return StateValue.of(map);
    }

    private static String addressOf(String type, String resource) {
        return MODULES.matcher(resource).replaceFirst("$0" + type + ".");
    }
}
