package io.databot.terraform;

/**
 * A hash table of positions: numbers from zero. What is not needed of an entry for the position holds a part of the hash, so
 * that hardly ever anything is looked at that is not what was looked for. Whoever asks compares what stands there.
 */
final class Positions {

    private final int[] table;
    /** The bits that hold a position, counted from one; zero is an empty place. */
    private final int positionBits;

    /**
     * @param entries how many it will have
     * @param positions how many positions there are
     */
    Positions(int entries, int positions) {
        this.table = new int[size(entries)];
        this.positionBits = -1 >>> Integer.numberOfLeadingZeros(positions);
    }

    /** A power of two that leaves a third of the places free or more. */
    private static int size(int entries) {
        int size = 2;
        while (entries * 3L > size * 2L) {
            size *= 2;
        }
        return size;
    }

    /** The first place that may hold what has this hash; -1 if there is none. */
    int first(long hash) {
        return place(Hashes.slot(hash, table.length), hash);
    }

    /** The next such place. */
    int next(int place, long hash) {
        return place(place + 1, hash);
    }

    private int place(int from, long hash) {
        int wanted = tag(hash);
        int place = from & (table.length - 1);
        while (table[place] != 0) {
            if (tag(table[place]) == wanted) {
                return place;
            }
            place = (place + 1) & (table.length - 1);
        }
        return -1;
    }

    private int tag(long hash) {
        return (int) hash & ~positionBits;
    }

    /** The position at an occupied place. */
    int at(int place) {
        return (table[place] & positionBits) - 1;
    }

    void put(int position, long hash) {
        int place = Hashes.slot(hash, table.length);
        while (table[place] != 0) {
            place = (place + 1) & (table.length - 1);
        }
        table[place] = tag(hash) | (position + 1);
    }
}
