package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.credential.AccessToken;
import io.databot.credential.CredentialRequest;
import io.databot.credential.Secret;
import io.databot.credential.TokenPair;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryCredentialsTest {

    private static final CredentialRequest<AccessToken> ACCESS = CredentialRequest.access("scope");

    private final TestClock clock = TestClock.fixed();

    @Test
    void tokensAreNumberedAndRenewedBeforeTheyExpire() {
        InMemoryCredentials credentials = InMemoryCredentials.builder()
                .clock(clock)
                .lifetime(Duration.ofMinutes(10))
                .build();

        assertThat(token(credentials)).isEqualTo("access-1");
        clock.advance(Duration.ofMinutes(8));
        assertThat(token(credentials)).isEqualTo("access-1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(token(credentials)).isEqualTo("access-2");
        assertThat(credentials.asked()).isEqualTo(3);
        assertThat(credentials.issued()).isEqualTo(2);
    }

    @Test
    void fixedTokenIsGivenEveryTime() {
        InMemoryCredentials credentials = InMemoryCredentials.builder()
                .clock(clock)
                .token(Secret.of("ya29.fixed"))
                .build();
        assertThat(token(credentials)).isEqualTo("ya29.fixed");
        credentials.invalidate(ACCESS);
        assertThat(token(credentials)).isEqualTo("ya29.fixed");
        assertThat(credentials.issued()).isEqualTo(2);
    }

    @Test
    void anonymousHasNoCredentials() {
        InMemoryCredentials credentials = InMemoryCredentials.anonymous();
        assertThat(credentials.get(ACCESS)).isEmpty();
        assertThat(credentials.identity()).isEqualTo("nobody");
    }

    @Test
    void refusalEndsWhenItIsAllowed() {
        InMemoryCredentials credentials =
                InMemoryCredentials.builder().clock(clock).build();
        credentials.refuse(AccessDeniedFailure::new);
        assertThatThrownBy(() -> credentials.get(ACCESS)).isInstanceOf(AccessDeniedFailure.class);
        credentials.allow();
        assertThat(credentials.get(ACCESS)).isPresent();
        assertThat(credentials.asked()).isEqualTo(2);
    }

    @Test
    void unknownProfileNamesThoseThereAre() {
        InMemoryCredentials credentials = InMemoryCredentials.builder()
                .pair("main", new TokenPair("ak-1", Secret.of("as-1")))
                .build();
        assertThatThrownBy(() -> credentials.get(CredentialRequest.pair("mian")))
                .isInstanceOf(NotAuthenticatedFailure.class)
                .hasMessageContaining("There are: main.");
    }

    private static String token(InMemoryCredentials credentials) {
        return credentials.get(ACCESS).orElseThrow().token().reveal();
    }
}
