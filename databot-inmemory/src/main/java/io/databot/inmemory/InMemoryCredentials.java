package io.databot.inmemory;

import io.databot.credential.AccessToken;
import io.databot.credential.Credential;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.credential.IdentityToken;
import io.databot.credential.Secret;
import io.databot.credential.TokenPair;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.UnsupportedFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Gives tokens that no service knows: {@code access-1}, {@code identity-2} and so on, or fixed ones. They expire by the
 * injected clock; one is given again until a tenth of its life is left. Counts how often it was asked, and refuses when
 * told to.
 */
public final class InMemoryCredentials implements CredentialProvider {

    private final String identity;
    private final Clock clock;
    private final Duration lifetime;
    private final Optional<Secret> fixed;
    private final Map<String, TokenPair> pairs;
    private final Map<CredentialRequest<?>, Credential> cache = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong issued = new AtomicLong();
    private volatile Optional<Function<FailureDetails, ? extends DatabotException>> refusal = Optional.empty();
    private volatile boolean closed;

    private InMemoryCredentials(Builder builder) {
        this.identity = builder.identity;
        this.clock = builder.clock;
        this.lifetime = builder.lifetime;
        this.fixed = builder.fixed;
        this.pairs = Map.copyOf(builder.pairs);
    }

    /** An identity with tokens of an hour on the system's clock, until more is said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Nobody: calls are to be made without credentials. */
    public static InMemoryCredentials anonymous() {
        return builder().lifetime(Duration.ZERO).identity("nobody").build();
    }

    /** Every {@link #get} fails so from now on, until {@link #allow}: {@code refuse(NotAuthenticatedFailure::new)}. */
    public void refuse(Function<FailureDetails, ? extends DatabotException> kind) {
        refusal = Optional.of(kind);
    }

    /** Ends {@link #refuse}. */
    public void allow() {
        refusal = Optional.empty();
    }

    /** How often {@link #get} was called. */
    public long asked() {
        return asked.get();
    }

    /** How many credentials were made, rather than given from the cache. */
    public long issued() {
        return issued.get();
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public <C extends Credential> Optional<C> get(CredentialRequest<C> request) {
        asked.incrementAndGet();
        if (closed) {
            throw new ClosedFailure(details("the provider is closed", "Use it before it is closed."));
        }
        refusal.ifPresent(kind -> {
            throw kind.apply(details("a test refuses it", "InMemoryCredentials.allow() ends that."));
        });
        if (lifetime.isZero()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Credential credential = cache.compute(
                request, (same, cached) -> cached != null && fresh(cached, now) ? cached : issue(request, now));
        return Optional.of(request.type().cast(credential));
    }

    private boolean fresh(Credential credential, Instant now) {
        return credential.expires().equals(Instant.MAX)
                || now.isBefore(credential.expires().minus(lifetime.dividedBy(10)));
    }

    private Credential issue(CredentialRequest<?> request, Instant now) {
        if (request instanceof CredentialRequest.Pair pair) {
            return pair(pair.profile());
        }
        long number = issued.incrementAndGet();
        Instant expires = now.plus(lifetime);
        return request instanceof CredentialRequest.Access
                ? new AccessToken(fixed.orElseGet(() -> Secret.of("access-" + number)), expires)
                : new IdentityToken(fixed.orElseGet(() -> Secret.of("identity-" + number)), expires);
    }

    private TokenPair pair(String profile) {
        if (pairs.isEmpty()) {
            throw new UnsupportedFailure(
                    details("this identity has no token pairs", "Build it with pair(profile, pair)."));
        }
        TokenPair pair = pairs.get(profile);
        if (pair == null) {
            throw new NotAuthenticatedFailure(details(
                    "there is no profile \"" + profile + "\"",
                    "There are: " + String.join(", ", new TreeSet<>(pairs.keySet())) + "."));
        }
        issued.incrementAndGet();
        return pair;
    }

    private FailureDetails details(String reason, String remedy) {
        return FailureDetails.of("get credential", identity, reason, remedy);
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

    /** Who it is, without the tokens. */
    @Override
    public String toString() {
        return "InMemoryCredentials[" + identity + "]";
    }

    /** Says what an {@link InMemoryCredentials} shall be. Not thread-safe. */
    public static final class Builder {

        private final Map<String, TokenPair> pairs = new LinkedHashMap<>();
        private String identity = "an identity in memory";
        private Clock clock = Clock.systemUTC();
        private Duration lifetime = Duration.ofHours(1);
        private Optional<Secret> fixed = Optional.empty();

        private Builder() {}

        /** Who it is, for people. */
        public Builder identity(String text) {
            identity = text;
            return this;
        }

        /** The clock by which tokens expire; the system's if nothing is said. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /** How long a token lives; an hour if nothing is said. Zero means nobody, who has none. */
        public Builder lifetime(Duration duration) {
            lifetime = duration;
            return this;
        }

        /** The text of every access and ID token, instead of numbered ones. */
        public Builder token(Secret text) {
            fixed = Optional.of(text);
            return this;
        }

        /** The token pair of a profile. */
        public Builder pair(String profile, TokenPair pair) {
            pairs.put(profile, pair);
            return this;
        }

        public InMemoryCredentials build() {
            return new InMemoryCredentials(this);
        }
    }
}
