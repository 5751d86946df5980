package io.databot.gcp;

import io.databot.storage.Crc32c;

/**
 * The checksum of bytes that are joined, from the checksums of the parts.
 *
 * <p>Appending a zero byte to a message multiplies its checksum, a polynomial over two elements, by x^8; so appending n
 * bytes multiplies it by x^8n, and what follows is added. Exponents are raised by squaring.
 */
final class Crc32cSum {

    /** The polynomial, lowest bit for the highest power. */
    private static final int POLYNOMIAL = 0x82F63B78;
    /** x^0 in that order of bits. */
    private static final int ONE = 0x80000000;
    /** x^8 in that order of bits. */
    private static final int BYTE = 0x00800000;

    private Crc32cSum() {}

    static Crc32c of(Crc32c first, Crc32c second, long secondLength) {
        return new Crc32c(times(first.value(), power(secondLength)) ^ second.value());
    }

    private static int power(long bytes) {
        int result = ONE;
        int square = BYTE;
        for (long left = bytes; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = times(result, square);
            }
            square = times(square, square);
        }
        return result;
    }

    private static int times(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
