package io.databot.gcp;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.IdTokenCredentials;
import com.google.auth.oauth2.IdTokenProvider;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.UserCredentials;
import io.databot.credential.AccessToken;
import io.databot.credential.Credential;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import io.databot.credential.IdentityToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A Google identity: access tokens for scopes, ID tokens for audiences.
 *
 * <p>The identity is loaded at the first request. Tokens are cached and renewed some minutes before they expire.
 */
public final class GoogleCredentialProvider implements CredentialProvider {

    static final String IMPERSONATING = " impersonating ";

    private static final String EVERYTHING = "https://www.googleapis.com/auth/cloud-platform";
    private static final int LIFETIME_SECONDS = 3600;

    private final Optional<CredentialSource> source;
    private final Optional<String> impersonated;
    private final HttpTransportFactory transport;
    private final Clock clock;
    private final Map<CredentialRequest<?>, CachedToken> cache = new ConcurrentHashMap<>();
    private @Nullable GoogleCredentials loaded;
    private volatile boolean closed;

    /** Over the network. Its signature names no class of Google's, so that a caller can be loaded without loading one. */
    static CredentialProvider of(Optional<CredentialSource> source, Optional<String> impersonated, Clock clock) {
        return new GoogleCredentialProvider(source, impersonated, new TokenTransport(), clock);
    }

    GoogleCredentialProvider(
            Optional<CredentialSource> source,
            Optional<String> impersonated,
            HttpTransportFactory transport,
            Clock clock) {
        this.source = source;
        this.impersonated = impersonated;
        this.transport = transport;
        this.clock = clock;
    }

    /** The key file of a service account, or of a user as {@code gcloud} writes it. */
    public static GoogleCredentialProvider keyFile(Path path) {
        return of(new CredentialFile(path, CredentialKind.KEY_FILE));
    }

    /** What Google's libraries find in the environment, in the home directory, or on the machine. */
    public static GoogleCredentialProvider applicationDefault() {
        return of(CredentialSource.applicationDefault());
    }

    /** The configuration file of a workload identity federation. */
    public static GoogleCredentialProvider externalAccount(Path path) {
        return of(new CredentialFile(path, CredentialKind.EXTERNAL_ACCOUNT));
    }

    /** Nobody: every request is answered by none, and calls are made without a credential. */
    public static GoogleCredentialProvider none() {
        return new GoogleCredentialProvider(
                Optional.empty(), Optional.empty(), new TokenTransport(), Clock.systemUTC());
    }

    static GoogleCredentialProvider of(CredentialSource source) {
        return new GoogleCredentialProvider(
                Optional.of(source), Optional.empty(), new TokenTransport(), Clock.systemUTC());
    }

    /** A provider of its own that uses this one's identity to act as a service account. */
    public GoogleCredentialProvider impersonating(String serviceAccount) {
        return new GoogleCredentialProvider(source, Optional.of(serviceAccount), transport, clock);
    }

    @Override
    public String identity() {
        return source.map(CredentialSource::description).orElse("no credentials")
                + impersonated.map(account -> IMPERSONATING + account).orElse("");
    }

    @Override
    public <C extends Credential> Optional<C> get(CredentialRequest<C> request) {
        if (closed) {
            throw CredentialFailures.closed(identity());
        }
        if (request instanceof CredentialRequest.Pair) {
            throw CredentialFailures.unsupported(
                    identity(), "Google has no token pairs", "Ask for an access token or an ID token.");
        }
        return source.map(from -> request.type().cast(token(from, request)));
    }

    private Credential token(CredentialSource from, CredentialRequest<?> request) {
        GoogleCredentials base = load(from);
        try {
            CachedToken cached = cache.get(request);
            if (cached == null) {
                CachedToken fresh = new CachedToken(prepare(base, request), clock);
                CachedToken other = cache.putIfAbsent(request, fresh);
                cached = other == null ? fresh : other;
            }
            AccessToken token = cached.get();
            return request instanceof CredentialRequest.Identity
                    ? new IdentityToken(token.token(), token.expires())
                    : token;
        } catch (IOException e) {
            throw CredentialFailures.getting(identity(), e);
        }
    }

    /** Once for all requests; a failure is not kept, so that what was mended is found. */
    private synchronized GoogleCredentials load(CredentialSource from) {
        GoogleCredentials known = loaded;
        if (known == null) {
            try {
                known = from.load(transport).createWithCustomRetryStrategy(false);
            } catch (IOException e) {
                throw CredentialFailures.loading(from, e);
            }
            loaded = known;
        }
        return known;
    }

    private OAuth2Credentials prepare(GoogleCredentials base, CredentialRequest<?> request) {
        if (request instanceof CredentialRequest.Access access) {
            return impersonated.isPresent()
                    ? impersonate(base, impersonated.get(), access.scopes())
                    : base.createScoped(access.scopes());
        }
        String audience = ((CredentialRequest.Identity) request).audience();
        GoogleCredentials issuer =
                impersonated.isPresent() ? impersonate(base, impersonated.get(), List.of(EVERYTHING)) : base;
        return IdTokenCredentials.newBuilder()
                .setIdTokenProvider(idTokens(issuer))
                .setTargetAudience(audience)
                .build();
    }

    private ImpersonatedCredentials impersonate(GoogleCredentials base, String account, List<String> scopes) {
        return ImpersonatedCredentials.newBuilder()
                .setSourceCredentials(base.createScoped(EVERYTHING))
                .setTargetPrincipal(account)
                .setScopes(scopes)
                .setLifetime(LIFETIME_SECONDS)
                .setHttpTransportFactory(transport)
                .build();
    }

    /** A user's ID tokens are for the login program only, whatever audience is asked for. */
    private IdTokenProvider idTokens(GoogleCredentials issuer) {
        if (issuer instanceof IdTokenProvider tokens
                && !(issuer instanceof UserCredentials)
                && !(issuer instanceof ExternalAccountCredentials)) {
            return tokens;
        }
        throw CredentialFailures.unsupported(
                identity(),
                "this kind of identity has no ID tokens",
                "Set databot.credentials.impersonate to a service account that it may act as.");
    }

    @Override
    public void invalidate(CredentialRequest<?> request) {
        Optional.ofNullable(cache.get(request)).ifPresent(CachedToken::refuse);
    }

    @Override
    public synchronized void close() {
        closed = true;
        cache.clear();
        loaded = null;
        if (transport instanceof TokenTransport own) {
            own.close();
        }
    }

    /** Without anything that the identity holds. */
    @Override
    public String toString() {
        return identity();
    }
}
