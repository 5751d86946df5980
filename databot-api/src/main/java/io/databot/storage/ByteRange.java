package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.RangeNotSatisfiableFailure;

/**
 * Which bytes of an object a reader gives.
 *
 * <p>A range that reaches past the end is cut at the end. A range of no bytes is empty. One that starts past the end is a
 * {@link RangeNotSatisfiableFailure}; starting exactly at the end is empty, on every adapter.
 */
public sealed interface ByteRange extends ReadOption {

    /** Everything from {@code offset} on. */
    static ByteRange from(long offset) {
        return new From(offset);
    }

    /** {@code length} bytes from {@code offset} on. */
    static ByteRange of(long offset, long length) {
        return new Slice(offset, length);
    }

    /** The last {@code length} bytes, or all if there are fewer. */
    static ByteRange last(long length) {
        return new Suffix(length);
    }

    /**
     * The range in an object of {@code size} bytes.
     *
     * @throws RangeNotSatisfiableFailure if it starts past the end
     */
    Slice within(long size);

    /**
     * Everything from an offset on.
     *
     * @param offset zero or more
     */
    record From(long offset) implements ByteRange {
        public From {
            requireNotNegative(offset);
        }

        @Override
        public Slice within(long size) {
            return new Slice(requireStart(offset, size), size - offset);
        }
    }

    /**
     * A number of bytes from an offset on.
     *
     * @param offset zero or more
     * @param length zero or more
     */
    record Slice(long offset, long length) implements ByteRange {
        public Slice {
            requireNotNegative(offset);
            requireNotNegative(length);
        }

        /** The offset after the last byte. */
        public long end() {
            return offset + length;
        }

        @Override
        public Slice within(long size) {
            return new Slice(requireStart(offset, size), Math.min(length, size - offset));
        }
    }

    /**
     * The last bytes.
     *
     * @param length zero or more
     */
    record Suffix(long length) implements ByteRange {
        public Suffix {
            requireNotNegative(length);
        }

        @Override
        public Slice within(long size) {
            long taken = Math.min(length, size);
            return new Slice(size - taken, taken);
        }
    }

    private static void requireNotNegative(long number) {
        if (number < 0) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "name a byte range",
                    String.valueOf(number),
                    "offsets and lengths are zero or more",
                    "For the end of an object use ByteRange.last(length)."));
        }
    }

    private static long requireStart(long offset, long size) {
        if (offset > size) {
            throw new RangeNotSatisfiableFailure(FailureDetails.of(
                    "read",
                    "bytes from " + offset,
                    "the object has " + size + " bytes",
                    "Ask for the size with find, or for the end with ByteRange.last(length)."));
        }
        return offset;
    }
}
