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
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long PACK = 0x0102040810204080L;

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

    /** Which byte is the first one marked. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** One bit for each marked byte. */
    static int pack(long marks) {
        return (int) (((marks >>> 7) * PACK) >>> 56);
    }
}
