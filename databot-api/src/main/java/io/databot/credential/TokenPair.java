package io.databot.credential;

import java.time.Instant;
import java.util.Objects;

/**
 * A public name with a secret, such as Modal's token id and token secret.
 *
 * @param id the public name
 * @param secret the secret
 */
public record TokenPair(String id, Secret secret) implements Credential {
    public TokenPair {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public Instant expires() {
        return Instant.MAX;
    }
}
