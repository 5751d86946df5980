package io.databot.resilience;

public final class ResilienceSettings {
    public static java.util.List<io.databot.spi.Setting<?>> all() {
        return java.util.List.of();
    }

    public static ResilienceSettings from(io.databot.spi.Settings s) {
        return new ResilienceSettings();
    }
}
