package io.databot.resilience;

import io.databot.storage.Timeout;

/** One try of a call; may be run several times. */
@FunctionalInterface
interface Attempt<T> {

    /** @param timeout how long this try may take */
    T run(Timeout timeout);
}
