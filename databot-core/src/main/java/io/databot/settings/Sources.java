package io.databot.settings;

import io.databot.failure.FailureDetails;
import io.databot.failure.SettingsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where settings may come from. Stronger ones replace weaker ones, key by key: {@code databot.properties} on the class
 * path, {@code databot.properties} in the working directory, variables {@code DATABOT_*}, system properties
 * {@code databot.*}, and what the code sets.
 *
 * @param classLoader where the resource {@value #FILE} is looked for
 * @param directory where the file {@value #FILE} is looked for
 * @param variables the process's environment
 * @param properties the system properties
 */
public record Sources(
        ClassLoader classLoader, Path directory, Map<String, String> variables, Map<String, String> properties) {

    static final String FILE = "databot.properties";
    private static final String PREFIX = "databot.";

    public Sources {
        variables = Map.copyOf(variables);
        properties = Map.copyOf(properties);
    }

    /** What this process has. */
    public static Sources ofProcess() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> {
            if (name.startsWith(PREFIX)) {
                properties.put(name, System.getProperty(name));
            }
        });
        return new Sources(
                context == null ? Sources.class.getClassLoader() : context, Path.of(""), System.getenv(), properties);
    }

    /** Nothing but this directory: for tests. */
    public static Sources none(Path directory) {
        return new Sources(ClassLoader.getPlatformClassLoader(), directory, Map.of(), Map.of());
    }

    /** The entries of files and system properties, weakest first: key below {@code databot.} to value and origin. */
    List<Map<String, Entry>> propertyLayers() {
        return List.of(resource(), file(), stripped(properties, "system property "));
    }

    private Map<String, Entry> resource() {
        URL resource = classLoader.getResource(FILE);
        if (resource == null) {
            return Map.of();
        }
        try (InputStream in = resource.openStream()) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE + " on the class path");
        } catch (IOException e) {
            throw unreadable(FILE + " on the class path", "it cannot be read", e);
        }
    }

    private Map<String, Entry> file() {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw unreadable(file.toString(), "it is not a readable UTF-8 file", e);
        }
    }

    private static Map<String, Entry> parse(String text, String origin) {
        Properties parsed = new Properties();
        String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (Reader reader = new StringReader(unmarked)) {
            parsed.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(origin, "it is not a properties file", e);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        parsed.stringPropertyNames().stream().sorted().forEach(name -> entries.put(name, parsed.getProperty(name)));
        return stripped(entries, origin + ": ");
    }

    private static Map<String, Entry> stripped(Map<String, String> entries, String origin) {
        Map<String, Entry> layer = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            String key = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            layer.put(key, new Entry(value, origin + name));
        });
        return layer;
    }

    private static SettingsFailure unreadable(String origin, String reason, Exception cause) {
        SettingsFailure failure = new SettingsFailure(
                FailureDetails.of("read settings", origin, reason, "Correct the file or remove it."),
                List.of(origin + ": " + reason));
        failure.initCause(cause);
        return failure;
    }

    /**
     * A text and where it came from.
     *
     * @param value the text
     * @param origin for messages
     */
    record Entry(String value, String origin) {}
}
