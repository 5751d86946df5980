package io.databot.terraform;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.databot.spi.Provision;
import io.databot.storage.StorageService;
import java.util.Map;

/**
 * The storage port of the backend {@code gcp}, whichever the environment has chosen for its buckets. It has no resilience
 * around it: the state source has. The environment closes it, like every port of a backend.
 */
final class GoogleStorage {

    private static final String BACKEND = "gcp";

    private final Map<String, Provider<StorageService>> ports;

    @Inject
    GoogleStorage(Map<String, Provider<StorageService>> ports) {
        this.ports = ports;
    }

    void giveTo(TerraformState.Builder builder) {
        Provider<StorageService> port = ports.get(BACKEND);
        builder.sharedStorage(() -> {
            if (port == null) {
                throw Elsewhere.withoutStorage(
                        "no backend on the class path reads Google Cloud Storage; databot-gcp does");
            }
            return Provision.get(port);
        });
    }
}
