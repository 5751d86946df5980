package io.databot.storage;

import java.io.InputStream;

/**
 * Reads one object. What the object is, is known from the start without another call, and all bytes come from the one
 * generation that {@link #object()} names, whatever happens to the object meanwhile.
 *
 * <p>A reader of a {@link ByteRange} is a window: its positions are offsets in the whole object, from {@link #start()} to
 * {@link #end()}, and it cannot leave the window. Closing early does not drain the rest. Used by one thread at a time.
 *
 * <p>Unlike the streams of the JDK it throws failures of Databot's family, not {@link java.io.IOException}. After a
 * failed read, {@link #seek} to a position makes a new beginning there.
 */
public abstract class ObjectReader extends InputStream {

    /** For adapters. */
    protected ObjectReader() {}

    /** The object that is being read; with {@link ContentOnly} a call of its own on some stores. */
    public abstract StoredObject object();

    /** The generation that is being read: that of {@link #object()}, but never a call of its own. */
    public abstract long generation();

    /** The offset of the window's first byte in the object. */
    public abstract long start();

    /** The offset after the window's last byte in the object. */
    public abstract long end();

    /** The offset of the next byte in the object. */
    public abstract long position();

    /**
     * Moves to a position in the object; cheap, the next read opens what it needs. Moving past {@link #end()} is allowed,
     * reads there find the end.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the position is before {@link #start()}
     * @throws io.databot.failure.ClosedFailure after close
     */
    public abstract void seek(long position);

    /**
     * Reads up to {@code length} bytes; -1 at the end of the window, 0 only if {@code length} is 0.
     *
     * @throws IndexOutOfBoundsException if the arguments do not fit the array
     * @throws io.databot.failure.UnavailableFailure if the connection broke; nothing of this call was consumed
     * @throws io.databot.failure.CorruptedFailure at the end of a read of the whole object whose checksum is not right
     * @throws io.databot.failure.NotFoundFailure if the generation has been deleted since
     * @throws io.databot.failure.ClosedFailure after close
     */
    @Override
    public abstract int read(byte[] bytes, int offset, int length);

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /** Moves ahead by up to {@code count} bytes without reading them; not past the end. */
    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end() - position()));
        seek(position() + skipped);
        return skipped;
    }

    /** Closes and frees the connection without draining it. Harmless when repeated. */
    @Override
    public abstract void close();
}
