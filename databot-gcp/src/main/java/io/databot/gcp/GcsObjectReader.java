package io.databot.gcp;

import com.google.cloud.storage.Storage.BlobGetOption;
import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.ByteRange;
import io.databot.storage.Crc32c;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads one generation of an object; opens requests as positions need them, and verifies what was read whole. */
final class GcsObjectReader extends ObjectReader {

    /** Going ahead by so much is cheaper on the open connection than with a new request. */
    private static final int WORTH_SKIPPING = 128 * 1024;

    /**
     * What is read.
     *
     * @param ref where it is
     * @param generation which content
     * @param size its length
     * @param checksum what it must be, if the service told
     */
    record Subject(ObjectRef ref, long generation, long size, Optional<Crc32c> checksum) {}

    private final GcsConnection connection;
    private final Call call;
    private final Subject subject;
    private final ByteRange.Slice window;
    private final CRC32C checksum = new CRC32C();
    private @Nullable StoredObject description;
    private @Nullable InputStream stream;
    private long streamPosition;
    private long position;
    private long checked;
    private boolean closed;

    GcsObjectReader(GcsConnection connection, Call call, Subject subject, ByteRange.Slice window, Media media) {
        this.connection = connection;
        this.call = call;
        this.subject = subject;
        this.window = window;
        this.position = window.offset();
        this.stream = media.content();
        this.streamPosition = media.start();
    }

    GcsObjectReader(GcsConnection connection, Call call, StoredObject object, ByteRange.Slice window) {
        this.connection = connection;
        this.call = call;
        this.subject = new Subject(object.ref(), object.generation(), object.size(), Optional.of(object.crc32c()));
        this.window = window;
        this.position = window.offset();
        this.description = object;
    }

    @Override
    public long generation() {
        return subject.generation();
    }

    @Override
    public StoredObject object() {
        if (description == null) {
            requireOpen();
            return describe(call.again());
        }
        return description;
    }

    /** Asks what the object is, if that is not known yet. */
    StoredObject describe(Call by) {
        StoredObject known = description;
        if (known == null) {
            known = connection.send(
                    by,
                    client -> Optional.ofNullable(client.get(
                                    Blobs.id(subject.ref(), subject.generation()),
                                    BlobGetOption.fields(Blobs.fields())))
                            .map(Blobs::read)
                            .orElseThrow(() -> GcsFailures.noObject(by)));
            description = known;
        }
        return known;
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
            throw new InvalidRequestFailure(FailureDetails.of(
                    "seek",
                    call.resource(),
                    "position " + target + " is before the window's start at " + start(),
                    "Open a reader with another range."));
        }
        position = target;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireOpen();
        if (length == 0) {
            return 0;
        }
        if (position >= end()) {
            verify();
            return -1;
        }
        int got = fetch(bytes, offset, (int) Math.min(length, end() - position));
        if (position >= end()) {
            drop();
            verify();
        }
        return got;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }

    private int fetch(byte[] bytes, int offset, int length) {
        boolean done = false;
        try {
            int got = connection.transfer(call.again(), api -> {
                InputStream in = streamAt(position);
                return take(in, bytes, offset, length);
            });
            position += got;
            done = true;
            return got;
        } finally {
            if (!done) {
                drop();
            }
        }
    }

    /** A stream whose next byte is the one at the target; a request only if the open one is not near. */
    private InputStream streamAt(long target) throws IOException {
        InputStream in = stream;
        if (in == null || streamPosition > target || target - streamPosition > WORTH_SKIPPING) {
            drop();
            Media media = connection.transfer(
                    call.again(), api -> Reads.again(api, subject.ref(), subject.generation(), target, end()));
            in = media.content();
            stream = in;
            streamPosition = media.start();
        }
        byte[] skipped = new byte[(int) Math.min(WORTH_SKIPPING, target - streamPosition)];
        while (streamPosition < target) {
            take(in, skipped, 0, (int) Math.min(skipped.length, target - streamPosition));
        }
        return in;
    }

    private int take(InputStream in, byte[] bytes, int offset, int length) throws IOException {
        int got = in.read(bytes, offset, length);
        if (got < 0) {
            throw GcsFailures.cutOff(call);
        }
        if (checked == streamPosition) {
            checksum.update(bytes, offset, got);
            checked += got;
        }
        streamPosition += got;
        return got;
    }

    /** Only whole objects have a checksum to compare with, and only if every byte has come by. */
    private void verify() {
        if (checked != subject.size()) {
            return;
        }
        Crc32c actual = new Crc32c((int) checksum.getValue());
        subject.checksum().filter(expected -> !expected.equals(actual)).ifPresent(expected -> {
            throw GcsFailures.corrupted(
                    call,
                    "the bytes that came have " + actual + ", the object has " + expected,
                    "They were changed on the way; read it again.");
        });
    }

    /** Closing the stream before its end drops the connection; nothing can be done about a failure of that. */
    private void drop() {
        InputStream in = stream;
        stream = null;
        if (in != null) {
            try {
                in.close();
            } catch (IOException ignored) {
                // The connection is gone, which is what was wanted.
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new ClosedFailure(
                    FailureDetails.of(call.operation(), call.resource(), "the reader is closed", "Open a new reader."));
        }
        connection.requireOpen(call);
    }
}
