package io.databot.gcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A reply's body. Closed at its end, it gives its connection back to the pool; closed before, it drops the connection
 * rather than read on, except for the few bytes that a parser leaves behind.
 */
final class ReplyStream extends FilterInputStream {

    private static final int WORTH_READING = 16 * 1024;

    private final long length;
    private final Runnable abort;
    private long count;
    private boolean ended;
    private boolean closed;

    /** @param length of the body, negative if it was not announced */
    ReplyStream(InputStream in, long length, Runnable abort) {
        super(in);
        this.length = length;
        this.abort = abort;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        advance(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        int got = super.read(bytes, offset, wanted);
        advance(got);
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count += skipped;
        return skipped;
    }

    private void advance(int got) {
        if (got < 0) {
            ended = true;
        } else {
            count += got;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (ended || readToTheEnd()) {
            super.close();
        } else {
            abort.run();
        }
    }

    /** Reads what is left if it is little and, where the length is known, already here. */
    private boolean readToTheEnd() {
        try {
            long left = length < 0 ? WORTH_READING : length - count;
            if (left > WORTH_READING || (length >= 0 && left > in.available())) {
                return false;
            }
            return in.readNBytes(WORTH_READING + 1).length <= WORTH_READING;
        } catch (IOException broken) {
            return false;
        }
    }
}
