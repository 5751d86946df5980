package io.databot.settings;

import io.databot.spi.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every setting that somebody declared, and how variables of the environment name them. */
final class KnownSettings {

    /** {@code DATABOT_STATE} is where the state is. */
    private static final Map<String, String> SHORT_NAMES = Map.of("STATE", "state.location");

    private final Map<String, Setting<?>> settings = new LinkedHashMap<>();
    private final List<String> families;

    /** @param families keys below which any name may stand, such as {@code bucket} for {@code bucket.archive} */
    KnownSettings(Collection<Setting<?>> declared, List<String> families) {
        declared.forEach(setting -> settings.put(setting.key(), setting));
        this.families = families;
    }

    Collection<Setting<?>> all() {
        return settings.values();
    }

    boolean has(String key) {
        return settings.containsKey(key) || families.stream().anyMatch(family -> key.startsWith(family + "."));
    }

    /** The key that a variable {@code DATABOT_<suffix>} sets. */
    Optional<String> keyOfVariable(String suffix) {
        if (SHORT_NAMES.containsKey(suffix)) {
            return Optional.of(SHORT_NAMES.get(suffix));
        }
        Optional<String> known = settings.keySet().stream()
                .filter(key -> variable(key).equals(suffix))
                .findFirst();
        return known.or(() -> families.stream()
                .filter(family -> suffix.startsWith(variable(family) + "_"))
                .map(family -> family + "."
                        + suffix.substring(variable(family).length() + 1).toLowerCase(Locale.ROOT))
                .findFirst());
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>(settings.keySet());
        families.forEach(family -> keys.add(family + ".NAME"));
        return keys;
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
