package io.databot.terraform;

import io.databot.state.Address;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds blocks and instances by address; deposed ones are never found. Immutable. */
final class StateIndex {

    private final Columns columns;
    /** Blocks from 1, by the hash of their resource; of a resource that is split over several, the first. */
    private final int[] byResource;
    /** The next block of the same resource, from 1; no places at all if no resource is split. */
    private int[] next = {};
    /** Blocks of resources that are split. */
    private final BitSet split = new BitSet();
    /** Instances from 1, by the hash of their address; without those that are {@link #alone}. */
    private final int[] byAddress;

    /** @param hashes those of the blocks' resources */
    private StateIndex(Columns columns, long[] hashes) {
        this.columns = columns;
        this.byResource = new int[tableSize(columns.blocks())];
        enterBlocks(hashes);
        int listed = 0;
        for (int instance = 0; instance < columns.size(); instance++) {
            listed += isListed(instance) ? 1 : 0;
        }
        this.byAddress = new int[tableSize(listed)];
    }

    /**
     * Builds it.
     *
     * @param hashes those of the blocks' resources
     * @param ends where the blocks end, for messages
     * @throws ScanFailure if an instance stands twice
     */
    static StateIndex of(Columns columns, long[] hashes, Ints ends) {
        StateIndex index = new StateIndex(columns, hashes);
        for (int instance = 0; instance < columns.size(); instance++) {
            if (index.isListed(instance) && !index.enter(instance, hashes)) {
                throw twice(columns, instance, ends);
            }
        }
        return index;
    }

    static ScanFailure twice(Columns columns, int instance, Ints ends) {
        return ScanFailure.malformed(
                columns.address(instance) + " stands twice in the state", ends.get(columns.blockOf(instance)));
    }

    /** A power of two that leaves a third of the places free or more. */
    private static int tableSize(int entries) {
        int size = 2;
        while (entries * 3L > size * 2L) {
            size *= 2;
        }
        return size;
    }

    private boolean isListed(int instance) {
        return !columns.is(instance, Columns.DEPOSED) && !alone(columns.blockOf(instance));
    }

    /** Whether the only instance of a resource without keys is all that the block has. */
    private boolean alone(int block) {
        int first = columns.firstOf(block);
        return columns.endOf(block) - first == 1
                && !columns.hasKey(first)
                && !columns.is(first, Columns.DEPOSED)
                && !split.get(block);
    }

    private void enterBlocks(long[] hashes) {
        Map<Integer, Integer> lasts = new HashMap<>();
        for (int block = 0; block < columns.blocks(); block++) {
            int slot = Hashes.slot(hashes[block], byResource.length);
            while (byResource[slot] != 0 && !isSame(byResource[slot] - 1, block, hashes)) {
                slot = (slot + 1) & (byResource.length - 1);
            }
            if (byResource[slot] == 0) {
                byResource[slot] = block + 1;
            } else {
                int first = byResource[slot] - 1;
                link(lasts.getOrDefault(first, first), block);
                lasts.put(first, block);
            }
        }
    }

    private boolean isSame(int some, int other, long[] hashes) {
        return hashes[some] == hashes[other] && columns.sameResource(some, other);
    }

    private void link(int last, int block) {
        if (next.length == 0) {
            next = new int[columns.blocks()];
        }
        next[last] = block + 1;
        split.set(last);
        split.set(block);
    }

    private boolean enter(int instance, long[] hashes) {
        int block = columns.blockOf(instance);
        int slot = Hashes.slot(Hashes.mix(hashes[block], columns.keyHash(instance)), byAddress.length);
        while (byAddress[slot] != 0) {
            int other = byAddress[slot] - 1;
            if (columns.sameKey(instance, other) && isSame(columns.blockOf(other), block, hashes)) {
                return false;
            }
            slot = (slot + 1) & (byAddress.length - 1);
        }
        byAddress[slot] = instance + 1;
        return true;
    }

    /** A place in the table of resources where one of this hash may be; -1 if there is none. */
    int firstByResource(long hash) {
        return occupied(byResource, Hashes.slot(hash, byResource.length));
    }

    /** The next such place. */
    int nextByResource(int place) {
        return occupied(byResource, (place + 1) & (byResource.length - 1));
    }

    int blockAt(int place) {
        return byResource[place] - 1;
    }

    /** As {@link #firstByResource}, for instances. */
    int firstByAddress(long hash) {
        return occupied(byAddress, Hashes.slot(hash, byAddress.length));
    }

    int nextByAddress(int place) {
        return occupied(byAddress, (place + 1) & (byAddress.length - 1));
    }

    int instanceAt(int place) {
        return byAddress[place] - 1;
    }

    private static int occupied(int[] table, int place) {
        return table[place] == 0 ? -1 : place;
    }

    /** The instance without a key that is all that a resource has; -1 if it has others, or is split. */
    int aloneIn(int block) {
        return alone(block) ? columns.firstOf(block) : -1;
    }

    /** The current instance at exactly this address. */
    OptionalInt instance(Address address) {
        WantedResource resource = WantedResource.of(address);
        WantedKey key = WantedKey.of(address.key());
        long hash = resource.hash();
        if (key.kind() == WantedKey.Kind.NONE) {
            int block = block(resource, hash);
            if (block < 0 || alone(block)) {
                return block < 0 ? OptionalInt.empty() : OptionalInt.of(columns.firstOf(block));
            }
        }
        int slot = Hashes.slot(Hashes.mix(hash, key.hash()), byAddress.length);
        while (byAddress[slot] != 0) {
            int instance = byAddress[slot] - 1;
            if (columns.isKey(instance, key) && columns.isResource(columns.blockOf(instance), resource)) {
                return OptionalInt.of(instance);
            }
            slot = (slot + 1) & (byAddress.length - 1);
        }
        return OptionalInt.empty();
    }

    /** All current instances of a resource, in the order of the state. */
    List<Integer> instances(Address resource) {
        WantedResource wanted = WantedResource.of(resource);
        List<Integer> found = new ArrayList<>();
        int block = block(wanted, wanted.hash());
        while (block >= 0) {
            for (int instance = columns.firstOf(block); instance < columns.endOf(block); instance++) {
                if (!columns.is(instance, Columns.DEPOSED)) {
                    found.add(instance);
                }
            }
            block = next.length == 0 ? -1 : next[block] - 1;
        }
        return found;
    }

    /** The first block of a resource; -1 if there is none. */
    private int block(WantedResource wanted, long hash) {
        int slot = Hashes.slot(hash, byResource.length);
        while (byResource[slot] != 0) {
            if (columns.isResource(byResource[slot] - 1, wanted)) {
                return byResource[slot] - 1;
            }
            slot = (slot + 1) & (byResource.length - 1);
        }
        return -1;
    }

    Columns columns() {
        return columns;
    }
}
