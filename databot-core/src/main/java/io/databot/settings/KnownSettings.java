package io.databot.settings;

import io.databot.spi.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        return settings.containsKey(key) || isOfFamily(key);
    }

    /** Whether a name stands below the key of a family, as in {@code bucket.archive}. */
    boolean isOfFamily(String key) {
        return families.stream().anyMatch(family -> key.startsWith(family + ".") && key.length() > family.length() + 1);
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
                .max(Comparator.comparingInt(String::length))
                .map(family -> family + "."
                        + suffix.substring(variable(family).length() + 1).toLowerCase(Locale.ROOT))
                .filter(this::has));
    }

    /** What the names of variables may end with. */
    List<String> variables() {
        return Stream.concat(SHORT_NAMES.keySet().stream(), keys().stream().map(KnownSettings::variable))
                .toList();
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
