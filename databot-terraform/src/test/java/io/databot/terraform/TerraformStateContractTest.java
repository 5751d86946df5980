package io.databot.terraform;

import io.databot.state.StateSource;
import io.databot.testkit.StateContract;
import io.databot.testkit.StateDescription;
import io.databot.testkit.StateHarness;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class TerraformStateContractTest extends StateContract {

    @TempDir
    private Path directory;

    @Override
    protected StateHarness harness() {
        return new Harness(directory.resolve("environments/dev/terraform.tfstate"), directory);
    }

    private record Harness(Path file, Path base, TestClock time) implements StateHarness {

        private static final Duration TTL = Duration.ofSeconds(60);

        Harness(Path file, Path base) {
            this(file, base, TestClock.fixed());
        }

        @Override
        public void publish(StateDescription state) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, state.terraformState());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public StateSource source() {
            return TerraformState.builder("dev")
                    .directory(base)
                    .ttl(TTL)
                    .clock(time)
                    .variables(name -> Optional.empty())
                    .build();
        }

        @Override
        public boolean refresh(StateSource source) {
            time.advance(TTL);
            return true;
        }

        @Override
        public boolean withdraw() {
            return file.toFile().delete();
        }

        @Override
        public Optional<Clock> clock() {
            return Optional.of(time);
        }

        @Override
        public void close() {
            // The directory is JUnit's to remove.
        }
    }
}
