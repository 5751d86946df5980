package io.databot.spi;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of one environment, already checked: reading one never fails. Immutable and thread-safe.
 */
public interface Settings {

    /** The environment's name, such as {@code dev}. */
    String environment();

    /** The value that was set, or the setting's default; empty if there is neither. */
    <T> Optional<T> find(Setting<T> setting);

    /**
     * The value of a setting that has a default.
     *
     * @throws IllegalArgumentException if it has none and nothing is set; use {@link #find} for such
     */
    <T> T get(Setting<T> setting);

    /**
     * Settings that are these texts by key and nothing else, such as a test has that wires an adapter. Unlike those of an
     * environment they are not checked: a text that does not fit fails when it is asked for, a key that nobody knows never.
     */
    static Settings of(String environment, Map<String, String> texts) {
        return new SettingTexts(environment, texts);
    }

    /** Everything set below a key, by the rest of the key: for {@code bucket}, what {@code bucket.archive} is set to. */
    Map<String, String> below(String key);

    /** A variable of the process's environment that is not Databot's own, such as {@code STORAGE_EMULATOR_HOST}. */
    Optional<String> variable(String name);
}
