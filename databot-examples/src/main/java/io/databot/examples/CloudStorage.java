package io.databot.examples;

import io.databot.Databot;
import io.databot.Environment;
import io.databot.storage.StorageService;
import java.util.Optional;
import java.util.function.Supplier;

/** Google Cloud Storage for states that are kept there; opened when one is. */
final class CloudStorage implements Supplier<StorageService>, AutoCloseable {

    private Optional<Databot> opened = Optional.empty();

    @Override
    public StorageService get() {
        Databot databot = Databot.open(Environment.of("default").with("storage.backend", "gcp"));
        opened = Optional.of(databot);
        return databot.storageService();
    }

    @Override
    public void close() {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }
}
