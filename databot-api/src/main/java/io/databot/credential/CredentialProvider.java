package io.databot.credential;

import java.util.Optional;

/**
 * Gives credentials of one identity for an audience. Refreshes before they expire, caches, and never prints them.
 *
 * <p>Thread-safe. Building one does no I/O; the first {@link #get} may.
 */
public interface CredentialProvider extends AutoCloseable {

    /** Who this is, for people and without secrets, such as {@code service account robot@acme.iam.gserviceaccount.com}. */
    String identity();

    /**
     * A credential that is valid now; empty if calls are to be made without any. The answer comes from the cache while it
     * is valid for long enough.
     *
     * @throws io.databot.failure.NotAuthenticatedFailure if there is no identity, or the service refuses it
     * @throws io.databot.failure.UnsupportedFailure if this kind of identity has no such credential
     * @throws io.databot.failure.AccessDeniedFailure if the identity may not act as the one that is asked for
     * @throws io.databot.failure.UnavailableFailure if the token service cannot be reached
     * @throws io.databot.failure.ClosedFailure after close
     */
    <C extends Credential> Optional<C> get(CredentialRequest<C> request);

    /** Forgets the cached answer, for a service that refused it; the next {@link #get} asks anew. */
    void invalidate(CredentialRequest<?> request);

    /** Forgets everything. Harmless when repeated. */
    @Override
    void close();
}
