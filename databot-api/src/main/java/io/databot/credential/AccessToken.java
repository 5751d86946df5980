package io.databot.credential;

import java.time.Instant;
import java.util.Objects;

/**
 * An OAuth 2 access token, sent as {@code Bearer}.
 *
 * @param token the token
 * @param expires from when on the service refuses it
 */
public record AccessToken(Secret token, Instant expires) implements Credential {
    public AccessToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(expires, "expires");
    }
}
