package io.databot.credential;

import java.time.Instant;
import java.util.Objects;

/**
 * An OpenID Connect ID token for one audience, sent as {@code Bearer}.
 *
 * @param token the token
 * @param expires from when on the service refuses it
 */
public record IdentityToken(Secret token, Instant expires) implements Credential {
    public IdentityToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(expires, "expires");
    }
}
