package io.databot.inmemory;

import io.databot.failure.ClosedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.ByteRange;
import io.databot.storage.Crc32c;
import io.databot.storage.ObjectReader;
import io.databot.storage.StoredObject;
import java.util.Objects;
import java.util.zip.CRC32C;

/** Reads the bytes of one revision; a later one is another array. */
final class MemoryReader extends ObjectReader {

    private static final long NEVER = Long.MAX_VALUE;

    private final Call call;
    private final Runnable requireOpen;
    private final Revision revision;
    private final byte[] bytes;
    private final ByteRange.Slice window;
    private final CRC32C crc32c = new CRC32C();
    private long position;
    private long breakAt = NEVER;
    private boolean closed;
    /** Every byte from the object's first to here was read in order, or it is off. */
    private boolean verifying;

    private boolean corrupted;

    /**
     * @param requireOpen fails if the storage is closed
     * @param bytes the revision's, or what a fault made of them
     */
    MemoryReader(Call call, Runnable requireOpen, Revision revision, byte[] bytes, ByteRange.Slice window) {
        this.call = call;
        this.requireOpen = requireOpen;
        this.revision = revision;
        this.bytes = bytes;
        this.window = window;
        this.position = window.offset();
        this.verifying = whole();
    }

    /** This reader, and it breaks once after this many bytes. */
    MemoryReader breakingAfter(long count) {
        breakAt = window.offset() + count;
        return this;
    }

    private boolean whole() {
        return window.offset() == 0 && window.end() == bytes.length;
    }

    @Override
    public StoredObject object() {
        return revision.in(call.bucket());
    }

    @Override
    public long generation() {
        return object().generation();
    }

    @Override
    public long start() {
        return window.offset();
    }

    @Override
    public long end() {
        return window.end();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void seek(long target) {
        requireOpen();
        if (target < start()) {
            throw call.invalid(
                    "position " + target + " is before the first byte, " + start(), "Open a reader of another range.");
        }
        if (target != position || corrupted) {
            crc32c.reset();
            corrupted = false;
            verifying = target == 0 && whole();
            position = target;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        requireOpen();
        if (length == 0) {
            return 0;
        }
        if (corrupted) {
            throw corruption();
        }
        if (position >= end()) {
            return -1;
        }
        int count = (int) Math.min(length, Math.min(end(), requireConnection()) - position);
        System.arraycopy(bytes, (int) position, target, offset, count);
        position += count;
        verify(target, offset, count);
        return count;
    }

    private void verify(byte[] target, int offset, int count) {
        if (verifying) {
            crc32c.update(target, offset, count);
            corrupted = position == end() && (int) crc32c.getValue() != revision.crc32c();
            if (corrupted) {
                throw corruption();
            }
        }
    }

    private CorruptedFailure corruption() {
        return new CorruptedFailure(call.details(
                "the bytes do not have the checksum of the object, " + new Crc32c(revision.crc32c()),
                "Read it again; if it stays so, write it again."));
    }

    /** How far this connection reaches. */
    private long requireConnection() {
        if (position >= breakAt) {
            breakAt = NEVER;
            throw new UnavailableFailure(
                    call.details("the connection broke at byte " + position, "Seek to the position and read on.")
                            .asRetryable());
        }
        return breakAt;
    }

    /** One copy, where the JDK's own makes two. */
    @Override
    public byte[] readAllBytes() {
        return readNBytes(Integer.MAX_VALUE);
    }

    @Override
    public byte[] readNBytes(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a negative length: " + length);
        }
        byte[] all = new byte[Math.min(length, available())];
        int filled = 0;
        while (filled < all.length) {
            filled += read(all, filled, all.length - filled);
        }
        return all;
    }

    @Override
    public int available() {
        requireOpen();
        return (int) Math.max(0, end() - position);
    }

    private void requireOpen() {
        if (closed) {
            throw new ClosedFailure(call.details("the reader is closed", "Open another."));
        }
        requireOpen.run();
    }

    @Override
    public void close() {
        closed = true;
    }
}
