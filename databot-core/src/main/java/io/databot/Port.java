package io.databot;

import io.databot.spi.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four ports, and which backend an environment takes for each when nothing is set. */
enum Port {
    STATE("state", "terraform"),
    STORAGE("storage", "gcp"),
    COMPUTE("compute", "gcp"),
    CREDENTIALS("credentials", "gcp");

    private static final List<String> IN_MEMORY = List.of("test", "memory");

    private final String label;
    private final String standard;

    Port(String label, String standard) {
        this.label = label;
        this.standard = standard;
    }

    String label() {
        return label;
    }

    String standardFor(String environment) {
        return IN_MEMORY.contains(environment) ? "memory" : standard;
    }

    Setting<String> setting() {
        return new Setting<>(
                label + ".backend",
                Optional.empty(),
                "a backend's name",
                "The backend of the " + label + " port; by default " + standard
                        + ", and memory in the environments test and memory.",
                String::strip);
    }

    /** The settings of all ports; only backends that there are will do. */
    static List<Setting<?>> settings(Backends backends) {
        return Arrays.stream(values())
                .<Setting<?>>map(port -> port.setting(backends))
                .toList();
    }

    private Setting<String> setting(Backends backends) {
        Setting<String> setting = setting();
        return new Setting<>(
                setting.key(),
                setting.standard(),
                "a backend on the class path: " + backends.names(),
                setting.description(),
                text -> backends.require(text.strip()));
    }
}
