package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing starts from, and what it has found, without Jazzer. */
class FuzzCorpusTest {

    private static final Path FUZZ = Path.of("src/test/resources/fuzz");

    static Stream<Path> states() throws IOException {
        return files(FUZZ.resolve("state"), Path.of("src/test/resources/states"), Path.of("../terraform/fixtures"));
    }

    static Stream<Path> addresses() throws IOException {
        return files(FUZZ.resolve("address"));
    }

    private static Stream<Path> files(Path... directories) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void stateIsReadOrRefused(Path file) {
        assertThatNoException().isThrownBy(() -> StateFuzz.fuzzerTestOneInput(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressIsReadOrRefused(Path file) {
        assertThatNoException().isThrownBy(() -> AddressFuzz.fuzzerTestOneInput(Files.readAllBytes(file)));
    }

    @Test
    void seedsReachWhatComesAfterReading() throws IOException {
        for (Path seed :
                files(FUZZ.resolve("state")).filter(FuzzCorpusTest::isGood).toList()) {
            assertThat(StateOracle.judge(Files.readAllBytes(seed)))
                    .as("%s", seed)
                    .isPresent();
        }
    }

    private static boolean isGood(Path seed) {
        return seed.getFileName().toString().startsWith("good-");
    }
}
