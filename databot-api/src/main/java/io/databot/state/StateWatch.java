package io.databot.state;

/** A listener's place at a {@link StateSource}. */
public interface StateWatch extends AutoCloseable {

    /** Ends it: a call that has begun is not waited for, and none comes after it. Harmless when repeated, or after the source was closed. */
    @Override
    void close();
}
