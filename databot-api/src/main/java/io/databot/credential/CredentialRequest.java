package io.databot.credential;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.List;
import java.util.Objects;

/**
 * Which credential is asked for.
 *
 * @param <C> the kind of credential that answers it
 */
public sealed interface CredentialRequest<C extends Credential> {

    /** The kind of credential that answers it. */
    Class<C> type();

    /** An access token for these OAuth scopes. */
    static Access access(String... scopes) {
        return new Access(List.of(scopes));
    }

    /** An ID token that the service at {@code audience} accepts, for Cloud Run the service's URL. */
    static Identity identity(String audience) {
        return new Identity(audience);
    }

    /** The token pair of a profile. */
    static Pair pair(String profile) {
        return new Pair(profile);
    }

    /**
     * An access token.
     *
     * @param scopes at least one OAuth scope
     */
    record Access(List<String> scopes) implements CredentialRequest<AccessToken> {
        public Access {
            scopes = List.copyOf(scopes);
            if (scopes.isEmpty()) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "request a credential",
                        "access token",
                        "it names no scope",
                        "Give at least one, such as https://www.googleapis.com/auth/cloud-platform."));
            }
        }

        @Override
        public Class<AccessToken> type() {
            return AccessToken.class;
        }
    }

    /**
     * An ID token.
     *
     * @param audience who shall accept it
     */
    record Identity(String audience) implements CredentialRequest<IdentityToken> {
        public Identity {
            Objects.requireNonNull(audience, "audience");
            if (audience.isBlank()) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "request a credential",
                        "ID token",
                        "it names no audience",
                        "Give the URL of the service that shall accept it."));
            }
        }

        @Override
        public Class<IdentityToken> type() {
            return IdentityToken.class;
        }
    }

    /**
     * A token pair.
     *
     * @param profile the profile's name
     */
    record Pair(String profile) implements CredentialRequest<TokenPair> {
        public Pair {
            Objects.requireNonNull(profile, "profile");
        }

        @Override
        public Class<TokenPair> type() {
            return TokenPair.class;
        }
    }
}
