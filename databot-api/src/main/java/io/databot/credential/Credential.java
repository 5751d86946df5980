package io.databot.credential;

import java.time.Instant;

/** What proves to a service who calls. Values print without their secrets. */
public sealed interface Credential permits AccessToken, IdentityToken, TokenPair {

    /** From when on the service refuses it; {@link Instant#MAX} if never. */
    Instant expires();
}
