package io.databot;

import com.google.inject.AbstractModule;
import com.google.inject.Binding;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.matcher.Matcher;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.spi.ProvisionListener;
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
import io.databot.spi.Provision;
import io.databot.spi.Settings;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        bindListener(new MadeHere(), new Keeping(closer));
        OptionalBinder.newOptionalBinder(binder(), CallListener.class);
        for (Backend backend : backends.all()) {
            install(backend.module());
        }
    }

    @Provides
    @Singleton
    StateSource state(Map<String, Provider<StateSource>> ports, Resilience resilience) {
        return resilience.around(choices.pick(Port.STATE, ports));
    }

    @Provides
    @Singleton
    StorageService storage(Map<String, Provider<StorageService>> ports, Resilience resilience) {
        return resilience.around(choices.pick(Port.STORAGE, ports));
    }

    @Provides
    @Singleton
    ComputeService compute(Map<String, Provider<ComputeService>> ports) {
        return choices.pick(Port.COMPUTE, ports);
    }

    @Provides
    @Singleton
    CredentialProvider credentials(Map<String, Provider<CredentialProvider>> ports) {
        return choices.pick(Port.CREDENTIALS, ports);
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

    /** What a backend or an overriding module makes as a port; the chosen ones are these again, with layers around. */
    private static final class MadeHere implements Matcher<Binding<?>> {

        private static final Set<Class<?>> PORTS =
                Set.of(StateSource.class, StorageService.class, ComputeService.class, CredentialProvider.class);

        @Override
        public boolean matches(Binding<?> binding) {
            Class<?> type = binding.getKey().getTypeLiteral().getRawType();
            boolean chosen = PORTS.contains(type) && binding.getKey().getAnnotationType() == null;
            return !chosen && PORTS.stream().anyMatch(port -> port.isAssignableFrom(type));
        }
    }

    /** Whoever has a port made, the environment closes it. */
    private record Keeping(Closer closer) implements ProvisionListener {

        @Override
        public <T> void onProvision(ProvisionInvocation<T> provision) {
            if (provision.provision() instanceof AutoCloseable port) {
                closer.opened(port);
            }
        }
    }
}
