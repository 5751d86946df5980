package io.databot.inmemory;

import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.credential.Secret;
import io.databot.credential.TokenPair;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.testkit.CredentialContract;
import io.databot.testkit.CredentialHarness;
import io.databot.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

class InMemoryCredentialsContractTest {

    private static final List<CredentialRequest<?>> TOKENS = List.of(
            CredentialRequest.access("https://www.googleapis.com/auth/cloud-platform"),
            CredentialRequest.access("https://www.googleapis.com/auth/devstorage.read_only"),
            CredentialRequest.identity("https://api.example.com"));

    @Nested
    @DisplayName("An identity with numbered tokens")
    class Tokens extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new MemoryHarness(TOKENS, List.of(CredentialRequest.pair("default")));
        }
    }

    @Nested
    @DisplayName("An identity with token pairs")
    class Pairs extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new MemoryHarness(
                    List.of(CredentialRequest.pair("default"), CredentialRequest.pair("other")), List.of());
        }
    }

    private static final class MemoryHarness implements CredentialHarness {

        private final TestClock clock = TestClock.fixed();
        private final List<InMemoryCredentials> providers = new ArrayList<>();
        private final List<CredentialRequest<?>> answered;
        private final List<CredentialRequest<?>> unsupported;

        MemoryHarness(List<CredentialRequest<?>> answered, List<CredentialRequest<?>> unsupported) {
            this.answered = answered;
            this.unsupported = unsupported;
        }

        @Override
        public CredentialProvider provider() {
            InMemoryCredentials.Builder builder = InMemoryCredentials.builder().clock(clock);
            for (CredentialRequest<?> request : answered) {
                if (request instanceof CredentialRequest.Pair pair) {
                    builder.pair(pair.profile(), new TokenPair("ak-1", Secret.of("as-" + pair.profile() + "-hidden")));
                }
            }
            InMemoryCredentials provider = builder.build();
            providers.add(provider);
            return provider;
        }

        @Override
        public List<CredentialRequest<?>> answered() {
            return answered;
        }

        @Override
        public List<CredentialRequest<?>> unsupported() {
            return unsupported;
        }

        @Override
        public Optional<CredentialProvider> refused() {
            InMemoryCredentials refused =
                    InMemoryCredentials.builder().clock(clock).build();
            refused.refuse(NotAuthenticatedFailure::new);
            return Optional.of(refused);
        }

        @Override
        public Optional<TestClock> clock() {
            return Optional.of(clock);
        }

        @Override
        public OptionalLong requests() {
            return OptionalLong.of(
                    providers.stream().mapToLong(InMemoryCredentials::issued).sum());
        }

        @Override
        public void close() {}
    }
}
