package io.databot.state;

/**
 * Where the state of one environment is read from.
 *
 * <p>Thread-safe. Reading may be answered from a cache; how old an answer may be is the adapter's setting.
 */
public interface StateSource extends AutoCloseable {

    /**
     * The state as it was last read. When it cannot be read now and was read before, that snapshot is given again, with
     * {@link State#stale()} set.
     *
     * @throws io.databot.failure.NotFoundFailure if there is no state; names the places that were looked at
     * @throws io.databot.failure.AmbiguousFailure if there are several; names them and how to choose
     * @throws io.databot.failure.StateFailure if there is one that cannot be used
     * @throws io.databot.failure.AccessDeniedFailure if it may not be read
     * @throws io.databot.failure.UnavailableFailure if it is elsewhere and cannot be reached
     * @throws io.databot.failure.ClosedFailure after close
     */
    State read();

    /** Stops refreshing and frees what is held. Harmless when repeated. */
    @Override
    void close();
}
