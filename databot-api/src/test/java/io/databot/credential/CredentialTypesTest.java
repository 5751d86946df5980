package io.databot.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialTypesTest {

    private static final String HIDDEN = "ya29.hidden-token";
    private static final Instant EXPIRES = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void secretPrintsNothingOfItself() {
        Secret secret = Secret.of(HIDDEN);
        assertThat(secret).hasToString("[secret]");
        assertThat(secret.reveal()).isEqualTo(HIDDEN);
        assertThat(String.valueOf(Optional.of(secret))).doesNotContain(HIDDEN);
    }

    @Test
    void credentialsPrintNothingSecret() {
        List<Credential> credentials = List.of(
                new AccessToken(Secret.of(HIDDEN), EXPIRES),
                new IdentityToken(Secret.of(HIDDEN), EXPIRES),
                new TokenPair("ak-public", Secret.of(HIDDEN)));
        assertThat(credentials.toString()).doesNotContain(HIDDEN).contains("ak-public");
    }

    @Test
    void secretsAreEqualByTheirText() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo(Secret.of("ab"));
    }

    @Test
    void tokenPairNeverExpires() {
        assertThat(new TokenPair("id", Secret.of("s")).expires()).isEqualTo(Instant.MAX);
        assertThat(new AccessToken(Secret.of("s"), EXPIRES).expires()).isEqualTo(EXPIRES);
    }

    @Test
    void requestsNameTheKindOfTheirAnswer() {
        assertThat(CredentialRequest.access("scope").type()).isEqualTo(AccessToken.class);
        assertThat(CredentialRequest.identity("https://a.example").type()).isEqualTo(IdentityToken.class);
        assertThat(CredentialRequest.pair("work").type()).isEqualTo(TokenPair.class);
    }

    @Test
    void accessWithoutScopeIsRefused() {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(CredentialRequest::access)
                .withMessageContaining("scope")
                .satisfies(failure -> assertThat(failure.details().remedy()).isNotBlank());
    }

    @Test
    void identityWithoutAudienceIsRefused() {
        for (String blank : List.of("", " ")) {
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> CredentialRequest.identity(blank))
                    .withMessageContaining("audience");
        }
    }

    @Test
    void absentPartsAreRefused() {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> Secret.of(null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new AccessToken(null, EXPIRES));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new IdentityToken(Secret.of("s"), null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new TokenPair("id", null));
    }
}
