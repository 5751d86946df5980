package io.databot.terraform;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import io.databot.credential.Secret;
import io.databot.spi.Ports;
import io.databot.spi.Settings;
import io.databot.state.StateSource;
import java.time.Clock;

/** Contributes the state port; made when it is first asked for. */
final class TerraformModule extends AbstractModule {

    @Override
    protected void configure() {
        Ports.state(binder(), TerraformBackend.NAME)
                .toProvider(FromSettings.class)
                .in(Scopes.SINGLETON);
    }

    /** Makes the source that the settings describe. */
    static final class FromSettings implements Provider<StateSource> {

        private final Settings settings;
        private final Clock clock;
        private final GoogleStorage storage;

        @Inject
        FromSettings(Settings settings, Clock clock, GoogleStorage storage) {
            this.settings = settings;
            this.clock = clock;
            this.storage = storage;
        }

        @Override
        public StateSource get() {
            TerraformState.Builder builder = TerraformState.builder(settings.environment())
                    .ttl(settings.get(TerraformSettings.TTL))
                    .maxStale(settings.get(TerraformSettings.MAX_STALE))
                    .watchEvery(settings.get(TerraformSettings.WATCH_EVERY))
                    .retryFor(settings.get(TerraformSettings.RETRY_FOR))
                    .requestTimeout(settings.get(TerraformSettings.REQUEST_TIMEOUT))
                    .maxBytes((long) settings.get(TerraformSettings.MAX_SIZE) << 20)
                    .clock(clock)
                    .variables(settings::variable);
            settings.find(TerraformSettings.LOCATION).ifPresent(builder::location);
            settings.find(TerraformSettings.PASSPHRASE).ifPresent(builder::passphrase);
            settings.find(TerraformSettings.DIRECTORY).ifPresent(builder::directory);
            settings.find(TerraformSettings.HTTP_USERNAME)
                    .ifPresent(user -> builder.httpIdentity(
                            user, settings.find(TerraformSettings.HTTP_PASSWORD).orElse(Secret.of(""))));
            storage.giveTo(builder);
            return builder.build();
        }
    }
}
