package io.databot.gcp;

import com.google.auth.oauth2.OAuth2Credentials;
import io.databot.credential.AccessToken;
import io.databot.credential.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A token, renewed by one thread at a time while the others still get the old one. Google's own type is never kept in
 * sight: printing it would show the token.
 */
final class CachedToken {

    /** Before a token expires it is renewed; a short-lived one in the last quarter of its life. */
    private static final Duration MARGIN = Duration.ofSeconds(225);

    private final OAuth2Credentials credentials;
    private final Clock clock;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Renewed last;

    CachedToken(OAuth2Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * What was got last.
     *
     * @param token the token
     * @param due from when on it is to be renewed
     */
    private record Renewed(AccessToken token, Instant due) {}

    AccessToken get() throws IOException {
        Renewed known = last;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.due())) {
            return known.token();
        }
        boolean valid = known != null && now.isBefore(known.token().expires());
        if (known != null && valid && !renewal.tryLock()) {
            return known.token();
        }
        if (!valid) {
            lock();
        }
        try {
            return Objects.equals(last, known) ? renew() : get();
        } catch (IOException e) {
            if (known != null && valid) {
                return known.token();
            }
            throw e;
        } finally {
            renewal.unlock();
        }
    }

    private void lock() throws IOException {
        try {
            renewal.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another thread renews the token", e);
        }
    }

    /** The library counts a token's life by the system's clock, this class by its own. */
    private AccessToken renew() throws IOException {
        credentials.refresh();
        com.google.auth.oauth2.AccessToken fresh = Objects.requireNonNull(credentials.getAccessToken(), "token");
        Instant now = clock.instant();
        Optional<Duration> life = Optional.ofNullable(fresh.getExpirationTime())
                .map(Date::toInstant)
                .map(end -> Duration.between(Instant.now(), end));
        Instant expires = life.map(now::plus).orElse(Instant.MAX);
        Instant due =
                life.map(time -> expires.minus(min(MARGIN, time.dividedBy(4)))).orElse(Instant.MAX);
        AccessToken token = new AccessToken(Secret.of(fresh.getTokenValue()), expires);
        last = new Renewed(token, due);
        return token;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The service does not accept the token. */
    void refuse() {
        last = null;
    }
}
