package io.databot.resilience;

import io.databot.failure.CorruptedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.Crc32c;
import io.databot.storage.ObjectReader;
import io.databot.storage.StoredObject;
import io.databot.storage.Timeout;
import java.util.zip.CRC32C;

/**
 * A reader that goes on where its stream broke. Attempts are counted from the last byte that arrived: a stream that makes
 * progress may break any number of times. Bytes of one generation only, because the reader below pins it.
 *
 * <p>Whoever reads the whole object in order gets its checksum compared at the end, also when the stream was put together
 * from several.
 */
final class ResumingReader extends ObjectReader {

    private final ObjectReader reader;
    private final StoredObject object;
    private final CallPolicy policy;
    private final CRC32C crc = new CRC32C();
    private long summed;

    ResumingReader(ObjectReader reader, CallPolicy policy) {
        this.reader = reader;
        this.object = WriteIds.hidden(reader.object());
        this.policy = policy;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        long at = reader.position();
        int count;
        try {
            count = readOnce(bytes, offset, length);
        } catch (DatabotException failure) {
            Call call = Call.of(Action.RESUME, object.ref());
            count = policy.call(call, new Resumption(failure, at, bytes, offset, length));
        }
        if (count > 0) {
            sum(at, bytes, offset, count);
        } else if (count < 0) {
            verify(at);
        }
        return count;
    }

    private int readOnce(byte[] bytes, int offset, int length) {
        int count = reader.read(bytes, offset, length);
        if (count < 0 && reader.position() < reader.end()) {
            throw new UnavailableFailure(FailureDetails.of(
                            "read",
                            object.ref().toString(),
                            "the stream ended at byte " + reader.position() + " of " + reader.end(),
                            "Try again.")
                    .asRetryable());
        }
        return count;
    }

    /** The failed read as the first attempt of a call, so that the layers count and wait as they do for every call. */
    private final class Resumption implements Attempt<Integer> {

        private final DatabotException failure;
        private final long at;
        private final byte[] bytes;
        private final int offset;
        private final int length;
        private boolean told;

        Resumption(DatabotException failure, long at, byte[] bytes, int offset, int length) {
            this.failure = failure;
            this.at = at;
            this.bytes = bytes;
            this.offset = offset;
            this.length = length;
        }

        @Override
        public Integer run(Timeout timeout) {
            if (!told) {
                told = true;
                throw failure;
            }
            reader.seek(at);
            return readOnce(bytes, offset, length);
        }
    }

    private void sum(long at, byte[] bytes, int offset, int count) {
        if (at == 0) {
            crc.reset();
            summed = 0;
        }
        if (at == summed) {
            crc.update(bytes, offset, count);
            summed += count;
        }
    }

    private void verify(long at) {
        boolean whole = at == object.size() && summed == object.size();
        if (whole && (int) crc.getValue() != object.crc32c().value()) {
            throw new CorruptedFailure(FailureDetails.of(
                    "read",
                    object.ref() + " generation " + object.generation(),
                    "the bytes have the checksum " + new Crc32c((int) crc.getValue()) + ", the object has "
                            + object.crc32c(),
                    "Drop what was read and read again; if it stays so, the object is damaged."));
        }
    }

    @Override
    public StoredObject object() {
        return object;
    }

    @Override
    public long start() {
        return reader.start();
    }

    @Override
    public long end() {
        return reader.end();
    }

    @Override
    public long position() {
        return reader.position();
    }

    @Override
    public void seek(long position) {
        reader.seek(position);
    }

    @Override
    public long skip(long count) {
        return reader.skip(count);
    }

    @Override
    public void close() {
        reader.close();
    }
}
