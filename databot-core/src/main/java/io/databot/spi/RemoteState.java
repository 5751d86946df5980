package io.databot.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One state that is kept elsewhere than in a local file, whether it exists or not. Immutable and thread-safe. */
public interface RemoteState {

    /** The workspace whose state it is, as the service calls it; empty if that is not known or there are none. */
    Optional<String> workspace();

    /**
     * Reads it, with as few requests as can be and each sent once: the caller repeats what can be repeated.
     *
     * @return empty if it still is the version that the request names
     * @throws io.databot.failure.NotFoundFailure if there is no state
     * @throws io.databot.failure.StateFailure with the problem TOO_LARGE if it has more bytes than the request allows
     * @throws io.databot.failure.NotAuthenticatedFailure if there is no identity, or the service does not know it
     * @throws io.databot.failure.AccessDeniedFailure if the identity may not read it
     * @throws io.databot.failure.ThrottledFailure if the service asks for fewer requests
     * @throws io.databot.failure.UnavailableFailure if the service cannot be reached, or does not answer in time
     * @throws io.databot.failure.InterruptedFailure if this thread is interrupted meanwhile
     */
    Optional<StateContent> read(StateRequest request);

    /** Whether the other is the same state, read as the same identity; versions compare only within one. */
    @Override
    boolean equals(@Nullable Object other);

    @Override
    int hashCode();

    /** The address for people; it is the origin of what is read. Without secrets. */
    @Override
    String toString();
}
