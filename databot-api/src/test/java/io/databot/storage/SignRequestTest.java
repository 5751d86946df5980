package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignRequestTest {

    private static final ObjectRef OBJECT = ObjectRef.of("acme-data", "a.csv");

    @Test
    void lifetimeOutOfBoundsIsRefused() {
        List<Duration> bad = List.of(
                Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(7).plusNanos(1));
        for (Duration lifetime : bad) {
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> SignRequest.of(OBJECT, SignRequest.Method.GET, lifetime))
                    .withMessageContaining("acme-data/a.csv")
                    .withMessageContaining("seven days");
        }
        assertThat(SignRequest.of(OBJECT, SignRequest.Method.PUT, Duration.ofDays(7))
                        .lifetime())
                .isEqualTo(SignRequest.MAX_LIFETIME);
    }

    @Test
    void signedRequestDoesNotPrintItsSignature() {
        URI uri = URI.create("https://storage.example/acme-data/a.csv?X-Goog-Signature=hidden");
        Instant expires = Instant.parse("2026-01-01T00:00:00Z");
        SignedRequest signed =
                new SignedRequest(uri, SignRequest.Method.GET, Map.of("Host", "storage.example"), expires);
        assertThat(signed.toString())
                .isEqualTo("GET https://storage.example/acme-data/a.csv [signed until 2026-01-01T00:00:00Z]");
        assertThat(signed.uri()).isEqualTo(uri);
        assertThat(signed.headers()).containsEntry("Host", "storage.example");
        assertThat(signed.expires()).isEqualTo(expires);
    }
}
