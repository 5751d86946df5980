package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.credential.AccessToken;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialContractTest {

    @Test
    void providerThatKeepsTheContractPasses() {
        KitRun run = KitRun.of(Tiny.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(12);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(NeverRefreshes.class, "expiringCredentialIsNotGivenAgain"),
                Arguments.of(NeverCaches.class, "secondAnswerComesFromTheCache"),
                Arguments.of(NeverForgets.class, "invalidatedCredentialIsAskedForAnew"),
                Arguments.of(PrintsTheKey.class, "nothingPrintsSecret"),
                Arguments.of(NeverCloses.class, "closedProviderFails"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultIsFound(Class<?> contract, String expected) {
        KitRun run = KitRun.of(contract);
        assertThat(run.failed()).contains(expected);
        assertThat(run.passed())
                .as("cases that have nothing to do with the fault")
                .isNotEmpty();
    }

    private static final class Harness implements CredentialHarness {

        private final TinyCredentials.TokenService service = new TinyCredentials.TokenService();
        private final Function<TinyCredentials.TokenService, CredentialProvider> providers;

        Harness(Function<TinyCredentials.TokenService, CredentialProvider> providers) {
            this.providers = providers;
        }

        @Override
        public CredentialProvider provider() {
            return providers.apply(service);
        }

        @Override
        public List<CredentialRequest<?>> answered() {
            return List.of(CredentialRequest.access("read"), CredentialRequest.access("read", "write"));
        }

        @Override
        public List<CredentialRequest<?>> unsupported() {
            return List.of(CredentialRequest.identity("https://service.example"), CredentialRequest.pair("work"));
        }

        @Override
        public Optional<CredentialProvider> refused() {
            return Optional.of(new TinyCredentials(service, "another-private-key"));
        }

        @Override
        public Optional<TestClock> clock() {
            return Optional.of(service.clock);
        }

        @Override
        public OptionalLong requests() {
            return OptionalLong.of(service.requests());
        }

        @Override
        public List<String> secrets() {
            return List.of(TinyCredentials.KEY, "another-private-key");
        }

        @Override
        public void close() {}
    }

    static final class Tiny extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new Harness(TinyCredentials::new);
        }
    }

    static final class NeverRefreshes extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new Harness(service -> new TinyCredentials(service) {
                @Override
                boolean fresh(AccessToken token) {
                    return true;
                }
            });
        }
    }

    static final class NeverCaches extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new Harness(service -> new TinyCredentials(service) {
                @Override
                boolean fresh(AccessToken token) {
                    return false;
                }
            });
        }
    }

    static final class NeverForgets extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new Harness(service -> new TinyCredentials(service) {
                @Override
                public void invalidate(CredentialRequest<?> request) {
                    requireOpen();
                }
            });
        }
    }

    static final class PrintsTheKey extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new Harness(service -> new TinyCredentials(service) {
                @Override
                public String toString() {
                    return "TinyCredentials[" + KEY + "]";
                }
            });
        }
    }

    static final class NeverCloses extends CredentialContract {
        @Override
        protected CredentialHarness harness() {
            return new Harness(service -> new TinyCredentials(service) {
                @Override
                public void close() {}
            });
        }
    }
}
