package io.databot.terraform;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnexpectedFailure;
import io.databot.spi.Setting;
import io.databot.spi.Settings;
import io.databot.storage.StorageService;
import java.util.Map;
import java.util.Set;

/**
 * The storage port of the backend {@code gcp}, whichever the environment has chosen for its buckets. It has no resilience
 * around it: the state source has.
 */
final class GoogleStorage {

    private static final String BACKEND = "gcp";

    /** The core's; declared there. */
    private static final Setting<String> CHOSEN = Setting.text("storage.backend", "The backend of the storage port.");

    /** Where the core chooses another backend if nothing is set. */
    private static final Set<String> IN_MEMORY = Set.of("test", "memory");

    private final Settings settings;
    private final Map<String, Provider<StorageService>> ports;
    private final Provider<StorageService> chosen;

    @Inject
    GoogleStorage(Settings settings, Map<String, Provider<StorageService>> ports, Provider<StorageService> chosen) {
        this.settings = settings;
        this.ports = ports;
        this.chosen = chosen;
    }

    /** Backends make each port once. So the source may close it only if the environment's buckets are not behind it too. */
    void giveTo(TerraformState.Builder builder) {
        Provider<StorageService> port = ports.get(BACKEND);
        if (port == null) {
            builder.storage(() -> {
                throw Elsewhere.withoutStorage(
                        "no backend on the class path reads Google Cloud Storage; databot-gcp does");
            });
        } else if (isChosen()) {
            builder.sharedStorage(() -> shared(port));
        } else {
            builder.storage(() -> made(port));
        }
    }

    private boolean isChosen() {
        return settings.find(CHOSEN).map(BACKEND::equals).orElseGet(() -> !IN_MEMORY.contains(settings.environment()));
    }

    /** The environment closes the port that it has chosen once it has been made for it. */
    private StorageService shared(Provider<StorageService> port) {
        made(chosen);
        return made(port);
    }

    /** What the port says when it cannot be made is the failure, not Guice's wrapping of it. */
    private static StorageService made(Provider<StorageService> port) {
        try {
            return port.get();
        } catch (ProvisionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DatabotException failure) {
                    throw failure;
                }
            }
            throw new UnexpectedFailure(
                    FailureDetails.of(
                            Refusals.OPERATION, "gs://...", "the storage port could not be made", "See the cause."),
                    e);
        }
    }
}
