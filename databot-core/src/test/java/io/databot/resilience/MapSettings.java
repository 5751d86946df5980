package io.databot.resilience;

import io.databot.spi.Setting;
import io.databot.spi.Settings;
import java.util.Map;
import java.util.Optional;

/** Settings from texts by key. */
record MapSettings(Map<String, String> texts) implements Settings {

    @Override
    public String environment() {
        return "test";
    }

    @Override
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(texts.get(setting.key()))
                .or(setting::standard)
                .map(setting.parser());
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalArgumentException(setting.key()));
    }

    @Override
    public Map<String, String> below(String key) {
        return Map.of();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.empty();
    }
}
