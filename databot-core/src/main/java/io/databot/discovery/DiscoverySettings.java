package io.databot.discovery;

import io.databot.spi.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The settings that name things explicitly. */
public final class DiscoverySettings {

    private DiscoverySettings() {}

    /** The setting that names the one of a kind. */
    static Setting<String> of(ResourceKind kind) {
        return Setting.text(
                kind.settingKey(),
                "The " + kind.label() + " that databot." + kind.call() + "() gives, instead of discovery.");
    }

    /** One for each kind. */
    public static List<Setting<?>> all() {
        List<Setting<?>> settings = new ArrayList<>();
        Arrays.stream(ResourceKind.values()).map(DiscoverySettings::of).forEach(settings::add);
        return settings;
    }

    /** The keys below which a name may stand, as in {@code bucket.archive}. */
    public static List<String> families() {
        return Arrays.stream(ResourceKind.values())
                .map(ResourceKind::settingKey)
                .toList();
    }
}
