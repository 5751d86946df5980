package io.databot.gcp.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a body that a {@code Range} header asks for, from inclusive to exclusive. */
record ByteRange(long from, long to) {
    private static final Pattern HEADER = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /**
     * The range within {@code size} bytes; absent if the header asks for none that can be understood, as then all is
     * served.
     *
     * @throws ApiError 416 if no byte is in the range
     */
    static Optional<ByteRange> of(Optional<String> header, long size) {
        Optional<Matcher> match = header.map(HEADER::matcher).filter(Matcher::matches);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        String first = match.get().group(1);
        String last = match.get().group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(number(last), size));
        }
        long to = last.isEmpty() ? size : Math.min(number(last), size - 1) + 1;
        if (!last.isEmpty() && number(last) < number(first)) {
            return Optional.empty();
        }
        return Optional.of(satisfiable(number(first), to, size));
    }

    private static ByteRange suffix(long length, long size) {
        return satisfiable(length == 0 ? size : Math.max(0, size - length), size, size);
    }

    private static ByteRange satisfiable(long from, long to, long size) {
        if (from >= size) {
            throw ApiError.of(416, "requestedRangeNotSatisfiable", "Request range not satisfiable");
        }
        return new ByteRange(from, to);
    }

    /** A number too long for a {@code long} lies past every end. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE - 1 : Long.parseLong(digits);
    }
}
