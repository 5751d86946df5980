package io.databot.resilience;

import io.databot.spi.Settings;
import io.databot.storage.BucketName;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A scripted store with the layers around it. */
final class Bench {

    static final BucketName BUCKET = BucketName.of("acme-data");
    static final ObjectRef REF = new ObjectRef(BUCKET, ObjectKey.of("a.csv"));

    final FakeTime time = new FakeTime();
    final ScriptedStorage store = new ScriptedStorage();
    final List<CallRecord> records = new ArrayList<>();
    final Resilience resilience;
    final StorageService storage;

    private Bench(Map<String, String> settings) {
        AtomicInteger ids = new AtomicInteger();
        Outside outside = new Outside(time::nanos, time::sleep, () -> 1.0, () -> "write-" + ids.incrementAndGet());
        this.resilience = new Resilience(
                ResilienceSettings.from(Settings.of("test", settings)), Optional.of(records::add), outside);
        this.storage = resilience.around(store);
    }

    /** With the settings' defaults, except for these: key, value, key, value. */
    static Bench with(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Bench(settings);
    }
}
