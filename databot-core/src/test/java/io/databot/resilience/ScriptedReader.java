package io.databot.resilience;

import io.databot.storage.ObjectReader;
import io.databot.storage.StoredObject;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A reader of four bytes at a time whose reads follow the script. */
final class ScriptedReader extends ObjectReader {

    private static final int CHUNK = 4;

    private final StoredObject object;
    private final byte[] bytes;
    private final Deque<Step> script;
    private final List<Long> seeks = new ArrayList<>();
    private final List<Long> reads = new ArrayList<>();
    private int end;
    private long position;
    private boolean closed;

    ScriptedReader(StoredObject object, byte[] bytes, Deque<Step> script) {
        this.object = object;
        this.bytes = bytes.clone();
        this.script = script;
        this.end = bytes.length;
    }

    /** One bit is wrong from now on. */
    void damage(int at) {
        bytes[at] ^= 1;
    }

    /** The stream ends early from now on, until somebody seeks. */
    void cut(int at) {
        end = at;
    }

    /** Every position that was sought. */
    List<Long> seeks() {
        return seeks;
    }

    /** The position of every read. */
    List<Long> reads() {
        return reads;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public StoredObject object() {
        return object;
    }

    @Override
    public long generation() {
        return object().generation();
    }

    @Override
    public long start() {
        return 0;
    }

    @Override
    public long end() {
        return bytes.length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void seek(long wanted) {
        seeks.add(wanted);
        position = wanted;
        end = bytes.length;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        reads.add(position);
        if (!script.isEmpty()) {
            script.remove().before().run();
        }
        if (position >= end) {
            return -1;
        }
        int count = (int) Math.min(Math.min(CHUNK, length), end - position);
        System.arraycopy(bytes, (int) position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }
}
