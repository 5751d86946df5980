package io.databot.storage;

import java.io.OutputStream;

/**
 * Writes one object bit by bit. Nothing is visible, and what was there before stays, until {@link #commit()}; closing
 * without it publishes nothing.
 *
 * <p>Memory is bounded whatever the length. Flushing does nothing: when bytes leave is the adapter's choice. A writer
 * recovers by itself from the faults that it can (it owns its retry, because the bytes are gone from the caller); after
 * a failure it only takes {@link #close()}. Used by one thread at a time.
 *
 * <p>Unlike the streams of the JDK it throws failures of Databot's family, not {@link java.io.IOException}.
 */
public abstract class ObjectWriter extends OutputStream {

    /** For adapters. */
    protected ObjectWriter() {}

    /**
     * Publishes what was written, in one atomic step.
     *
     * @return the object as written
     * @throws io.databot.failure.ConditionFailedFailure if the condition of the call does not hold (any more)
     * @throws io.databot.failure.CorruptedFailure if a checksum that was given does not match
     * @throws io.databot.failure.ClosedFailure if it was committed or closed before
     */
    public abstract StoredObject commit();

    /** @throws io.databot.failure.ClosedFailure after commit or close */
    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /**
     * @throws IndexOutOfBoundsException if the arguments do not fit the array
     * @throws io.databot.failure.ClosedFailure after commit or close
     */
    @Override
    public abstract void write(byte[] bytes, int offset, int length);

    /** Does nothing. */
    @Override
    public void flush() {}

    /** Drops what was written, unless it was committed. Harmless when repeated. */
    @Override
    public abstract void close();
}
