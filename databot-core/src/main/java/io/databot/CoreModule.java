package io.databot;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import io.databot.compute.ComputeService;
import io.databot.credential.CredentialProvider;
import io.databot.discovery.Discovery;
import io.databot.discovery.DiscoverySettings;
import io.databot.failure.SettingsFailure;
import io.databot.resilience.CallListener;
import io.databot.resilience.Resilience;
import io.databot.resilience.ResilienceSettings;
import io.databot.settings.EnvironmentSettings;
import io.databot.spi.Backend;
import io.databot.spi.Ports;
import io.databot.spi.Settings;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Wires one environment: its settings, every backend's ports by name, and of each port the chosen one. */
final class CoreModule extends AbstractModule {

    private final EnvironmentSettings settings;
    private final Backends backends;
    private final Choices choices;
    private final Clock clock;
    private final Closer closer;

    /** @throws SettingsFailure if settings do not hold; names all problems */
    CoreModule(Environment environment, Closer closer) {
        this.backends = Backends.onClassPath();
        this.settings = EnvironmentSettings.collect(
                environment.name(),
                environment.sources(),
                environment.settings(),
                DeclaredSettings.of(backends),
                DiscoverySettings.families());
        this.choices = new Choices(settings, backends);
        this.clock = environment.clock();
        this.closer = closer;
    }

    @Override
    protected void configure() {
        bind(Settings.class).toInstance(settings);
        bind(Clock.class).toInstance(clock);
        bind(Closer.class).toInstance(closer);
        bind(Databot.class).in(Singleton.class);
        Ports.declare(binder());
        OptionalBinder.newOptionalBinder(binder(), CallListener.class);
        for (Backend backend : backends.all()) {
            install(backend.module());
        }
    }

    @Provides
    @Singleton
    StateSource state(Map<String, Provider<StateSource>> ports, Resilience resilience) {
        return closer.opened(resilience.around(choices.pick(Port.STATE, ports)));
    }

    @Provides
    @Singleton
    StorageService storage(Map<String, Provider<StorageService>> ports, Resilience resilience) {
        return closer.opened(resilience.around(choices.pick(Port.STORAGE, ports)));
    }

    @Provides
    @Singleton
    ComputeService compute(Map<String, Provider<ComputeService>> ports) {
        return closer.opened(choices.pick(Port.COMPUTE, ports));
    }

    @Provides
    @Singleton
    CredentialProvider credentials(Map<String, Provider<CredentialProvider>> ports) {
        return closer.opened(choices.pick(Port.CREDENTIALS, ports));
    }

    @Provides
    @Singleton
    Resilience resilience(Optional<CallListener> listener) {
        Resilience resilience = Resilience.of(ResilienceSettings.from(settings));
        return listener.map(resilience::observedBy).orElse(resilience);
    }

    @Provides
    @Singleton
    Discovery discovery(Provider<StateSource> state) {
        return new Discovery(settings, () -> Provision.get(state));
    }

    @Provides
    Bucket bucket(Databot databot) {
        return databot.storage();
    }
}
