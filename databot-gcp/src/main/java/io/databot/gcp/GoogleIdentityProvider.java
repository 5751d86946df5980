package io.databot.gcp;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.databot.credential.CredentialProvider;
import io.databot.spi.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Builds the credential port from settings. */
final class GoogleIdentityProvider implements Provider<CredentialProvider> {

    private final Settings settings;
    private final Clock clock;

    @Inject
    GoogleIdentityProvider(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public CredentialProvider get() {
        Optional<CredentialSource> source = source(settings.get(GcpSettings.KIND));
        Optional<String> impersonated = settings.find(GcpSettings.IMPERSONATE);
        impersonated.filter(account -> source.isEmpty()).ifPresent(account -> {
            throw GcpSettingsFailures.nobodyActsAs(account);
        });
        return GoogleCredentialProvider.of(source, impersonated, clock);
    }

    private Optional<CredentialSource> source(CredentialKind kind) {
        Optional<Path> file = settings.find(GcpSettings.FILE);
        return switch (kind) {
            case NONE -> Optional.empty();
            case APPLICATION_DEFAULT -> Optional.of(CredentialSource.applicationDefault());
            case KEY_FILE, EXTERNAL_ACCOUNT ->
                Optional.of(new CredentialFile(file.orElseThrow(() -> GcpSettingsFailures.fileMissing(kind)), kind));
            case AUTO -> automatic(file);
        };
    }

    private Optional<CredentialSource> automatic(Optional<Path> file) {
        if (GcpSettings.isEmulated(settings)) {
            return Optional.empty();
        }
        return Optional.of(file.<CredentialSource>map(path -> new CredentialFile(path, CredentialKind.AUTO))
                .orElseGet(CredentialSource::applicationDefault));
    }
}
