package io.databot.terraform;

import java.util.SplittableRandom;

/** Hashes of texts; other ones in each process, so that no file can be made to collide. */
final class Hashes {

    private static final SplittableRandom RANDOM = new SplittableRandom();
    private static final long FACTOR = RANDOM.nextLong() | 1;
    private static final long OTHER_FACTOR = RANDOM.nextLong() | 1;
    private static final long START = RANDOM.nextLong();

    private Hashes() {}

    static long of(byte[] bytes, int from, int to) {
        long hash = START ^ (to - from);
        int i = from;
        for (; i + Words.SIZE <= to; i += Words.SIZE) {
            hash = mix(hash, Words.at(bytes, i));
        }
        if (i == to) {
            return hash;
        }
        if (to - from >= Words.SIZE) {
            return mix(hash, Words.at(bytes, to - Words.SIZE));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = (rest << 8) | (bytes[i] & 0xff);
        }
        return mix(hash, rest);
    }

    static long of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static long mix(long hash, long more) {
        long mixed = (hash ^ more) * FACTOR;
        return (mixed ^ (mixed >>> 32)) * OTHER_FACTOR;
    }

    /** The place in a table of a power of two. */
    static int slot(long hash, int size) {
        return (int) (hash >>> 32) & (size - 1);
    }
}
