package io.databot.state;

import java.util.function.Consumer;

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

    /**
     * Has a listener called whenever another state has come to be: with what was known before and what is there now. As
     * long as there are listeners the source looks by itself; how often is the adapter's setting. The state that is there
     * now is the first to be compared with, and is not reported. Several changes between two looks are reported as one.
     *
     * <p>Calls come one after the other, on a thread of the source or on the one that made the change. What a listener
     * throws is logged, and it is called again at the next change. While the state cannot be read nothing is reported.
     *
     * @return what ends it; closing the source ends all of them
     * @throws io.databot.failure.ClosedFailure after close
     */
    StateWatch onChange(Consumer<StateChange> listener);

    /** What this source has done so far; cheap. Can be asked after close. */
    StateMetrics metrics();

    /** Stops refreshing, ends all watches and frees what is held. Harmless when repeated. */
    @Override
    void close();
}
