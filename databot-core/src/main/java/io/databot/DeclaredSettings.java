package io.databot;

import io.databot.discovery.DiscoverySettings;
import io.databot.resilience.ResilienceSettings;
import io.databot.spi.Setting;
import java.util.ArrayList;
import java.util.List;

/** Every setting that can be set in this process. */
public final class DeclaredSettings {

    private DeclaredSettings() {}

    /** The core's own, and those of every backend on the class path. */
    public static List<Setting<?>> all() {
        return of(Backends.onClassPath());
    }

    static List<Setting<?>> of(Backends backends) {
        List<Setting<?>> declared = new ArrayList<>(Port.settings(backends));
        declared.addAll(DiscoverySettings.all());
        declared.addAll(ResilienceSettings.all());
        backends.all().forEach(backend -> declared.addAll(backend.settings()));
        return List.copyOf(declared);
    }
}
