package io.databot;

import io.databot.failure.CorruptedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;

/** Reads all that a reader has into one array of the right size. */
final class Whole {

    private static final int MAX = Integer.MAX_VALUE - 8;

    private Whole() {}

    static byte[] of(ObjectRef source, ObjectReader reader) {
        long size = reader.end() - reader.start();
        if (size > MAX) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "read",
                    source.toString(),
                    size + " bytes do not fit into an array",
                    "Read it as a stream with reader, or download it to a file."));
        }
        byte[] bytes = new byte[(int) size];
        int at = 0;
        while (at < bytes.length) {
            int count = reader.read(bytes, at, bytes.length - at);
            if (count < 0) {
                throw truncated(source, reader, at);
            }
            at += count;
        }
        readEnd(reader);
        return bytes;
    }

    private static CorruptedFailure truncated(ObjectRef source, ObjectReader reader, int count) {
        return new CorruptedFailure(FailureDetails.of(
                "read",
                source.toString(),
                "it ended after " + count + " of " + (reader.end() - reader.start()) + " bytes",
                "Read it again."));
    }

    /** Checksums are compared when the end is read, not when the last byte is. */
    private static void readEnd(ObjectReader reader) {
        int end = reader.read();
        if (end >= 0) {
            throw new AssertionError("a reader gave more than its window");
        }
    }
}
