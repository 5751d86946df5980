package io.databot.terraform;

/** A set of hashes. Not thread-safe while they are added. */
final class Fingerprints {

    /** Zero is a free place. */
    private long[] table = new long[16];

    private int size;
    /** Of all entries. */
    private long sum;

    void add(long hash) {
        long entry = entry(hash);
        int place = place(entry);
        if (table[place] == 0) {
            table[place] = entry;
            size++;
            sum += entry;
            if (2 * size > table.length) {
                grow();
            }
        }
    }

    boolean contains(long hash) {
        return size > 0 && table[place(entry(hash))] != 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether both hold the same hashes; that others have the same number and sum is as unlikely as that two texts collide. */
    boolean sameAs(Fingerprints other) {
        return size == other.size && sum == other.sum;
    }

    private static long entry(long hash) {
        return hash == 0 ? 1 : hash;
    }

    /** Where it is, or where it belongs. */
    private int place(long entry) {
        int place = Hashes.slot(entry, table.length);
        while (table[place] != 0 && table[place] != entry) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] before = table;
        table = new long[2 * before.length];
        for (long entry : before) {
            if (entry != 0) {
                table[place(entry)] = entry;
            }
        }
    }
}
