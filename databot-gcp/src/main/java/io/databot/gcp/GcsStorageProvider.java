package io.databot.gcp;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.databot.credential.CredentialProvider;
import io.databot.spi.Settings;
import io.databot.storage.StorageService;

/** Builds the storage port from settings and the environment's chosen identity. */
final class GcsStorageProvider implements Provider<StorageService> {

    private final Settings settings;
    private final Provider<CredentialProvider> credentials;

    @Inject
    GcsStorageProvider(Settings settings, Provider<CredentialProvider> credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public StorageService get() {
        GcsStorageBuilder storage = GcsStorage.builder()
                .credentials(credentials.get())
                .connections(settings.get(GcpSettings.CONNECTIONS))
                .connectTimeout(settings.get(GcpSettings.CONNECT_TIMEOUT))
                .readTimeout(settings.get(GcpSettings.READ_TIMEOUT))
                .singleRequestLimit(settings.get(GcpSettings.SINGLE_REQUEST_LIMIT))
                .chunkSize(settings.get(GcpSettings.CHUNK_SIZE))
                .uploadAttempts(settings.get(GcpSettings.ATTEMPTS), settings.get(GcpSettings.FIRST_DELAY));
        GcpSettings.host(settings).ifPresent(storage::host);
        settings.find(GcpSettings.QUOTA_PROJECT).ifPresent(storage::quotaProject);
        return storage.build();
    }
}
