package io.databot.testkit;

import io.databot.credential.AccessToken;
import io.databot.credential.Credential;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.credential.Secret;
import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.UnsupportedFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The least provider that keeps the contract: access tokens of an hour, numbered. Its faulty relatives override a method. */
class TinyCredentials implements CredentialProvider {

    static final String KEY = "private-key-of-the-robot";

    final TokenService service;
    private final Map<CredentialRequest<?>, AccessToken> cache = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Gives out tokens; counts. */
    static final class TokenService {

        final TestClock clock = TestClock.fixed();
        private long given;

        synchronized AccessToken token(String key) {
            given++;
            if (!key.equals(KEY)) {
                throw new NotAuthenticatedFailure(details("the token service refused the key"));
            }
            return new AccessToken(
                    Secret.of("token-number-" + given), clock.instant().plus(Duration.ofHours(1)));
        }

        synchronized long requests() {
            return given;
        }
    }

    private final String key;

    TinyCredentials(TokenService service) {
        this(service, KEY);
    }

    TinyCredentials(TokenService service, String key) {
        this.service = service;
        this.key = key;
    }

    static FailureDetails details(String reason) {
        return FailureDetails.of("get a credential", "robot", reason, "Give the robot another key.");
    }

    @Override
    public String identity() {
        return "robot";
    }

    @Override
    public <C extends Credential> Optional<C> get(CredentialRequest<C> request) {
        requireOpen();
        if (request.type() != AccessToken.class) {
            throw new UnsupportedFailure(details("a robot has access tokens only"));
        }
        AccessToken token =
                cache.compute(request, (asked, old) -> old != null && fresh(old) ? old : service.token(key));
        return Optional.of(request.type().cast(token));
    }

    void requireOpen() {
        if (closed) {
            throw new ClosedFailure(details("the provider is closed"));
        }
    }

    boolean fresh(AccessToken token) {
        return service.clock.instant().plus(Duration.ofMinutes(5)).isBefore(token.expires());
    }

    @Override
    public void invalidate(CredentialRequest<?> request) {
        cache.remove(request);
    }

    @Override
    public void close() {
        closed = true;
        cache.clear();
    }
}
