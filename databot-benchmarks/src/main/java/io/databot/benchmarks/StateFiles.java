package io.databot.benchmarks;

import io.databot.state.State;
import io.databot.state.StateSnapshot;
import io.databot.state.StateSnapshot.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Generated states in target/states below the working directory; each is made once and stays. */
final class StateFiles {

    /** An empty state, for fields that a setup fills. */
    static final State NOT_READ = new StateSnapshot(new Header("", 0, "", Instant.EPOCH, false), List.of(), Map.of());

    private static final Path DIRECTORY = Path.of("target", "states");

    private StateFiles() {}

    /** The state of so many instances, in the page cache. */
    static Path of(int instances) {
        Path file = DIRECTORY.resolve(instances + ".tfstate");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(DIRECTORY);
                GeneratedState.of(instances).write(file);
            }
            Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
