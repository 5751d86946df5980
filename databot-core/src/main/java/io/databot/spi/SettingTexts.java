package io.databot.spi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@link Settings#of} gives. */
record SettingTexts(String environment, Map<String, String> texts) implements Settings {

    SettingTexts {
        texts = Map.copyOf(texts);
    }

    @Override
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(texts.get(setting.key()))
                .or(setting::standard)
                .map(setting.parser());
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalArgumentException(setting.key() + " is not set and has no default"));
    }

    @Override
    public Map<String, String> below(String key) {
        Map<String, String> below = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (name.startsWith(key + ".")) {
                below.put(name.substring(key.length() + 1), text);
            }
        });
        return below;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.empty();
    }

    /** Texts may be secrets. */
    @Override
    public String toString() {
        return "settings of " + environment;
    }
}
