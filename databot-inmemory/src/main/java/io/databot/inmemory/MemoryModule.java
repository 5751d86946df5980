package io.databot.inmemory;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.databot.spi.Ports;
import io.databot.spi.Provision;
import io.databot.spi.Setting;
import io.databot.spi.Settings;
import io.databot.state.State;
import io.databot.state.StateSource;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** Binds every port, and the classes themselves, so that a test can ask the injector for {@link InMemoryStorage}. */
final class MemoryModule extends AbstractModule {

    /** The core's setting that names the bucket; declared there. */
    private static final Setting<String> BUCKET = Setting.text("bucket", "The bucket.");

    @Override
    protected void configure() {
        Ports.storage(binder(), MemoryBackend.NAME).to(InMemoryStorage.class);
        Ports.compute(binder(), MemoryBackend.NAME).to(InMemoryCompute.class);
        Ports.state(binder(), MemoryBackend.NAME).to(InMemoryState.class);
        Ports.credentials(binder(), MemoryBackend.NAME).to(InMemoryCredentials.class);
    }

    @Provides
    @Singleton
    InMemoryStorage storage(Settings settings, Clock clock, Provider<StateSource> state) {
        Set<String> named = new HashSet<>(settings.below(BUCKET.key()).values());
        settings.find(BUCKET).ifPresent(named::add);
        return InMemoryStorage.builder()
                .clock(clock)
                .catalog(new StateBuckets(named, () -> read(state)))
                .build();
    }

    @Provides
    @Singleton
    InMemoryState state(Settings settings, Clock clock) {
        return InMemoryState.standard(settings.environment()).clock(clock).build();
    }

    @Provides
    @Singleton
    InMemoryCompute compute(Clock clock, Provider<StateSource> state) {
        return InMemoryCompute.builder().clock(clock).state(() -> read(state)).build();
    }

    @Provides
    @Singleton
    InMemoryCredentials credentials(Clock clock) {
        return InMemoryCredentials.builder().clock(clock).build();
    }

    /** The state source may only be constructed now. */
    private static State read(Provider<StateSource> state) {
        return Provision.get(state).read();
    }
}
