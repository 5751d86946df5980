package io.databot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetainedHeapTest {

    /** What a state may keep in memory for each byte of its file, before anything is asked. */
    private static final double MOST_BYTES_FOR_A_BYTE = 1.05;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1000, 10_000})
    void aStateKeepsLittleMoreThanItsFile(int instances) throws IOException {
        Path file = directory.resolve("generated.tfstate");
        GeneratedState.of(instances).write(file);

        long retained = RetainedHeap.retainedBytes(Readers.databot(file));

        assertThat((double) retained / Files.size(file)).isLessThanOrEqualTo(MOST_BYTES_FOR_A_BYTE);
    }
}
