package io.databot.gcp;

import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.testkit.CredentialContract;
import io.databot.testkit.CredentialHarness;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;

/** A service account's key file, and a token service on loopback. */
class GoogleCredentialsContractTest extends CredentialContract {

    @TempDir
    private Path directory;

    @Override
    protected CredentialHarness harness() {
        try {
            return new KeyFileHarness(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class KeyFileHarness implements CredentialHarness {

        private final TestClock clock = TestClock.at(Instant.now());
        private final TokenServer server = new TokenServer(clock);
        private final Path key;

        KeyFileHarness(Path directory) throws IOException {
            key = server.keyFile(directory);
        }

        @Override
        public CredentialProvider provider() {
            return new GoogleCredentialProvider(
                    Optional.of(new CredentialFile(key, CredentialKind.KEY_FILE)),
                    Optional.empty(),
                    server.transport(),
                    clock);
        }

        @Override
        public List<CredentialRequest<?>> answered() {
            return List.of(
                    CredentialRequest.access("https://www.googleapis.com/auth/devstorage.read_write"),
                    CredentialRequest.identity("https://service.example"));
        }

        @Override
        public List<CredentialRequest<?>> unsupported() {
            return List.of(CredentialRequest.pair("default"));
        }

        @Override
        public Optional<CredentialProvider> refused() {
            server.refuseWith(400);
            return Optional.of(provider());
        }

        @Override
        public Optional<TestClock> clock() {
            return Optional.of(clock);
        }

        @Override
        public OptionalLong requests() {
            return OptionalLong.of(server.paths().size());
        }

        @Override
        public List<String> secrets() {
            return List.of(TokenServer.privateKey().substring(60, 160));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
