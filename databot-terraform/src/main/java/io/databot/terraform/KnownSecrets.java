package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.ResourceMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Attributes that hold secrets whatever the state says; old states do not mark them. */
final class KnownSecrets {

    private static final Map<String, List<List<Object>>> PATHS = load();

    private KnownSecrets() {}

    /** Adds what is known of the resource's type. */
    static void addTo(Marks marks, Address address) {
        paths(address).forEach(marks::add);
    }

    /** Whether resources of this type are there to hold a secret, as opposed to having a place for one deep inside. */
    static boolean mainlyHolds(Address address) {
        return paths(address).stream().anyMatch(path -> path.size() == 1);
    }

    private static List<List<Object>> paths(Address address) {
        return paths(address.mode(), address.type());
    }

    /** Names ({@link String}) and {@link Marks#ANY}. */
    static List<List<Object>> paths(ResourceMode mode, String type) {
        return PATHS.getOrDefault(mode == ResourceMode.DATA ? "data." + type : type, List.of());
    }

    private static Map<String, List<List<Object>>> load() {
        Map<String, List<List<Object>>> paths = new HashMap<>();
        try (InputStream stream = KnownSecrets.class.getResourceAsStream("known-secrets.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(stream, "known-secrets.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    paths.computeIfAbsent(line.substring(0, space), type -> new ArrayList<>())
                            .add(path(line.substring(space + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    private static List<Object> path(String text) {
        return Arrays.stream(text.split("\\.", -1))
                .map(step -> step.equals("*") ? Marks.ANY : step)
                .toList();
    }
}
