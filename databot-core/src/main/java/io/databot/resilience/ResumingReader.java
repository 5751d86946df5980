package io.databot.resilience;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import io.databot.storage.Timeout;

/**
 * A reader that goes on where its stream broke. Attempts are counted from the last byte that arrived: a stream that makes
 * progress may break any number of times. Bytes of one generation only, because the reader below pins it.
 *
 * <p>Checksums are the adapter's to compare: seeking to where a stream broke keeps its sum going.
 */
final class ResumingReader extends ObjectReader {

    private final ObjectReader reader;
    private final ObjectRef source;
    private final CallPolicy policy;

    ResumingReader(ObjectReader reader, ObjectRef source, CallPolicy policy) {
        this.reader = reader;
        this.source = source;
        this.policy = policy;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        long at = reader.position();
        try {
            return readOnce(bytes, offset, length);
        } catch (DatabotException failure) {
            Call call = Call.of(Action.RESUME, source);
            return policy.call(call, new Resumption(failure, at, bytes, offset, length));
        }
    }

    private int readOnce(byte[] bytes, int offset, int length) {
        int count = reader.read(bytes, offset, length);
        if (count < 0 && reader.position() < reader.end()) {
            throw new UnavailableFailure(FailureDetails.of(
                            "read",
                            source.toString(),
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

    @Override
    public StoredObject object() {
        return WriteIds.hidden(reader.object());
    }

    @Override
    public long generation() {
        return reader.generation();
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
