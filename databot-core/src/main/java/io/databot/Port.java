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

    static List<Setting<?>> settings() {
        return Arrays.stream(values()).<Setting<?>>map(Port::setting).toList();
    }
}
