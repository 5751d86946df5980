package io.databot.terraform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once: the first byte of the text is the lowest of the word. */
final class Words {

    static final int SIZE = Long.BYTES;
    static final long SPACES = 0x2020202020202020L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    static final long LINE_FEEDS = '\n' * ONES;

    private Words() {}

    static long at(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /**
     * Marks, with the high bit of its byte, the first byte that ends a plain run of a JSON text: a quote, a backslash, a
     * control character, or one that is not ASCII. Bytes after the first may be marked wrongly.
     */
    static long special(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | (word - SPACES) | word) & HIGHS;
    }

    /** Marks the first line feed likewise. */
    static long lineFeed(long word) {
        long difference = word ^ LINE_FEEDS;
        return (difference - ONES) & ~difference & HIGHS;
    }

    /** A word of the same byte eight times. */
    static long all(byte one) {
        return one * ONES;
    }

    /** Marks, likewise, the first place where two words have the bytes of two others. */
    static long both(long some, long bytes, long other, long otherBytes) {
        long differences = (some ^ bytes) | (other ^ otherBytes);
        return (differences - ONES) & ~differences & HIGHS;
    }

    /** Whether a text stands here. */
    static boolean standsAt(byte[] bytes, int start, byte[] text) {
        return standsAt(bytes, start, text, 0, text.length);
    }

    /** As {@link java.util.Arrays#equals} of ranges, which costs more for short ones. */
    static boolean standsAt(byte[] bytes, int start, byte[] text, int from, int to) {
        int shift = start - from;
        int last = to - SIZE;
        if (last < from) {
            return standsAtBytewise(bytes, shift, text, from, to);
        }
        for (int i = from; i < last; i += SIZE) {
            if (at(bytes, shift + i) != at(text, i)) {
                return false;
            }
        }
        return at(bytes, shift + last) == at(text, last);
    }

    private static boolean standsAtBytewise(byte[] bytes, int shift, byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[shift + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Which byte is the first one marked. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
