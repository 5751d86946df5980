package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.databot.credential.Credential;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.failure.ClosedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.UnsupportedFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link CredentialProvider}. An adapter's test extends this class, once for each kind of identity, and
 * supplies a harness.
 */
public abstract class CredentialContract {

    private final Deque<CredentialProvider> providers = new ArrayDeque<>();

    private CredentialHarness harness;

    /** For adapters. */
    protected CredentialContract() {}

    /** A harness; asked for before each case. */
    protected abstract CredentialHarness harness();

    @BeforeEach
    void openHarness() {
        harness = harness();
    }

    @AfterEach
    void closeHarness() {
        try {
            providers.forEach(CredentialProvider::close);
        } finally {
            harness.close();
        }
    }

    private CredentialProvider provider() {
        return closedLater(harness.provider());
    }

    private CredentialProvider closedLater(CredentialProvider provider) {
        providers.push(provider);
        return provider;
    }

    private static <C extends Credential> C ask(CredentialProvider provider, CredentialRequest<C> request) {
        C credential = provider.get(request).orElseThrow(() -> new AssertionError(request + " was answered with none"));
        assertThat(credential).as("%s", request).isInstanceOf(request.type());
        return credential;
    }

    private Instant now() {
        return harness.clock().map(TestClock::instant).orElseGet(Instant::now);
    }

    private TestClock clock() {
        if (harness.clock().isEmpty()) {
            abort("the harness has no clock that a test can move");
        }
        return harness.clock().get();
    }

    /** How many requests the steps make; the case is aborted if nobody counts. */
    private long requestsOf(Runnable steps) {
        OptionalLong before = harness.requests();
        assumeTrue(before.isPresent(), "the harness counts no requests");
        steps.run();
        return harness.requests().orElseThrow() - before.getAsLong();
    }

    /** Nothing of this may reach the token service, as far as the harness counts. */
    private void withoutRequest(Runnable steps) {
        OptionalLong before = harness.requests();
        steps.run();
        assertThat(harness.requests()).as("requests of the token service").isEqualTo(before);
    }

    @Test
    @DisplayName("every request that the identity answers gives a credential of its kind that is valid now")
    void answeredRequestGivesValidCredential() {
        CredentialProvider provider = provider();
        assertThat(harness.answered()).isNotEmpty();
        for (CredentialRequest<?> request : harness.answered()) {
            Credential credential = ask(provider, request);
            assertThat(credential.expires()).as("%s", request).isAfter(now());
            assertThat(Secrets.of(credential)).as("%s", request).isNotBlank();
        }
    }

    @Test
    @DisplayName("building a provider and asking who it is does no I/O")
    void buildingDoesNoIo() {
        withoutRequest(() -> assertThat(provider().identity()).isNotBlank());
    }

    @Test
    @DisplayName("a second answer comes from the cache")
    void secondAnswerComesFromTheCache() {
        CredentialProvider provider = provider();
        for (CredentialRequest<?> request : harness.answered()) {
            Credential first = ask(provider, request);
            withoutRequest(() -> assertThat(ask(provider, request)).isEqualTo(first));
        }
    }

    @Test
    @DisplayName("a credential that is about to expire or has expired is not given again")
    void expiringCredentialIsNotGivenAgain() {
        TestClock clock = clock();
        CredentialProvider provider = provider();
        for (CredentialRequest<?> request : harness.answered()) {
            for (Duration left : List.of(Duration.ofSeconds(1), Duration.ZERO, Duration.ofHours(-5))) {
                Credential old = ask(provider, request);
                if (old.expires().isBefore(Instant.MAX)) {
                    clock.set(old.expires().minus(left));
                    Credential fresh = ask(provider, request);
                    assertThat(fresh.expires())
                            .as("%s", request)
                            .isAfter(clock.instant().plusSeconds(1));
                }
            }
        }
    }

    @Test
    @DisplayName("a credential is kept for at least half of its life")
    void credentialIsKeptForHalfOfItsLife() {
        TestClock clock = clock();
        CredentialProvider provider = provider();
        for (CredentialRequest<?> request : harness.answered()) {
            Credential first = ask(provider, request);
            if (first.expires().isBefore(Instant.MAX)) {
                clock.advance(Duration.between(clock.instant(), first.expires()).dividedBy(2));
            }
            withoutRequest(() -> assertThat(ask(provider, request)).isEqualTo(first));
        }
    }

    @Test
    @DisplayName("an invalidated credential is asked for anew, others stay")
    void invalidatedCredentialIsAskedForAnew() {
        CredentialProvider provider = provider();
        List<CredentialRequest<?>> requests = harness.answered();
        requests.forEach(request -> ask(provider, request));
        CredentialRequest<?> first = requests.get(0);
        boolean fixed = ask(provider, first).expires().equals(Instant.MAX);
        provider.invalidate(first);
        withoutRequest(() -> requests.subList(1, requests.size()).forEach(request -> ask(provider, request)));
        long asked = requestsOf(() -> assertThat(ask(provider, first).expires()).isAfter(now()));
        assertThat(asked).as("requests after invalidate").isGreaterThanOrEqualTo(fixed ? 0 : 1);
    }

    @Test
    @DisplayName("invalidating what was never asked for is harmless and does no I/O")
    void invalidatingWhatWasNeverAskedForIsHarmless() {
        CredentialProvider provider = provider();
        List<CredentialRequest<?>> all = new ArrayList<>(harness.answered());
        all.addAll(harness.unsupported());
        withoutRequest(() -> all.forEach(provider::invalidate));
        ask(provider, harness.answered().get(0));
    }

    @Test
    @DisplayName("a kind of credential that the identity has not is UnsupportedFailure before any I/O")
    void unsupportedKindIsRefused() {
        assumeTrue(!harness.unsupported().isEmpty(), "the harness names no unsupported request");
        CredentialProvider provider = provider();
        for (CredentialRequest<?> request : harness.unsupported()) {
            withoutRequest(() -> {
                UnsupportedFailure failure =
                        Failures.expect(UnsupportedFailure.class, request.toString(), () -> provider.get(request));
                assertThat(failure.details().remedy()).isNotBlank();
                assertThat(failure.retryable()).isFalse();
            });
        }
    }

    @Test
    @DisplayName("an identity that the token service refuses is NotAuthenticatedFailure with a remedy and no secret")
    void refusedIdentityIsNotAuthenticated() {
        if (harness.refused().isEmpty()) {
            abort("the harness has no refused identity");
        }
        CredentialProvider provider = closedLater(harness.refused().orElseThrow());
        for (CredentialRequest<?> request : harness.answered()) {
            NotAuthenticatedFailure failure =
                    Failures.expect(NotAuthenticatedFailure.class, request.toString(), () -> provider.get(request));
            assertThat(failure.details().remedy()).isNotBlank();
            assertThat(failure.retryable()).isFalse();
            Secrets.assertAbsent(harness.secrets(), Secrets.printed(failure));
        }
    }

    @Test
    @DisplayName("no provider, credential or identity prints a secret")
    void nothingPrintsSecret() {
        CredentialProvider provider = provider();
        List<String> secrets = new ArrayList<>(harness.secrets());
        List<String> printed = new ArrayList<>();
        for (CredentialRequest<?> request : harness.answered()) {
            Credential credential = ask(provider, request);
            secrets.add(Secrets.of(credential));
            printed.add(credential.toString());
            printed.add(provider.get(request).toString());
        }
        printed.add(provider.toString());
        printed.add(provider.identity());
        printed.forEach(text -> Secrets.assertAbsent(secrets, text));
    }

    @Test
    @DisplayName("no failure prints a secret, its causes included")
    void noFailurePrintsSecret() {
        CredentialProvider provider = provider();
        List<String> secrets = new ArrayList<>(harness.secrets());
        harness.answered().forEach(request -> secrets.add(Secrets.of(ask(provider, request))));
        harness.unsupported()
                .forEach(request ->
                        Secrets.assertAbsent(secrets, Secrets.printed(catchThrowable(() -> provider.get(request)))));
        provider.close();
        harness.answered()
                .forEach(request ->
                        Secrets.assertAbsent(secrets, Secrets.printed(catchThrowable(() -> provider.get(request)))));
    }

    @Test
    @DisplayName("a closed provider fails with ClosedFailure before any I/O, and closing again is harmless")
    void closedProviderFails() {
        CredentialProvider provider = provider();
        ask(provider, harness.answered().get(0));
        provider.close();
        assertThatCode(provider::close).doesNotThrowAnyException();
        withoutRequest(() -> harness.answered()
                .forEach(request ->
                        Failures.expect(ClosedFailure.class, request.toString(), () -> provider.get(request))));
    }

    @Test
    @DisplayName("closing one provider leaves another of the same identity open")
    void closingOneProviderLeavesAnotherOpen() {
        CredentialProvider first = provider();
        CredentialProvider second = provider();
        first.close();
        ask(second, harness.answered().get(0));
    }

    @Test
    @DisplayName("many threads get valid credentials, and afterwards the cache answers")
    void manyThreadsGetValidCredentials() {
        CredentialProvider provider = provider();
        List<CredentialRequest<?>> requests = harness.answered();
        List<Instant> expiries = Together.run(
                16,
                number -> ask(provider, requests.get(number % requests.size())).expires());
        assertThat(expiries).allSatisfy(expires -> assertThat(expires).isAfter(now()));
        withoutRequest(
                () -> requests.subList(0, Math.min(16, requests.size())).forEach(request -> ask(provider, request)));
    }
}
