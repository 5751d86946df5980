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
    /** Blocks, by the hash of their resource; of a resource that is split over several, the first. */
    private final Positions byResource;
    /** The next block of the same resource, from 1; no places at all if no resource is split. */
    private int[] next = {};
    /** Blocks of resources that are split. */
    private final BitSet split = new BitSet();
    /** Instances, by the hash of their address; without those that are {@link #alone}. */
    private final Positions byAddress;

    /** @param hashes those of the blocks' resources */
    private StateIndex(Columns columns, long[] hashes) {
        this.columns = columns;
        this.byResource = new Positions(columns.blocks(), columns.blocks());
        enterBlocks(hashes);
        int listed = 0;
        for (int instance = 0; instance < columns.size(); instance++) {
            listed += isListed(instance) ? 1 : 0;
        }
        this.byAddress = new Positions(listed, columns.size());
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
            long hash = hashes[block];
            int place = byResource.first(hash);
            while (place >= 0 && !isSame(byResource.at(place), block, hashes)) {
                place = byResource.next(place, hash);
            }
            if (place < 0) {
                byResource.put(block, hash);
            } else {
                int first = byResource.at(place);
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
        long hash = Hashes.mix(hashes[block], columns.keyHash(instance));
        for (int place = byAddress.first(hash); place >= 0; place = byAddress.next(place, hash)) {
            int other = byAddress.at(place);
            if (columns.sameKey(instance, other) && isSame(columns.blockOf(other), block, hashes)) {
                return false;
            }
        }
        byAddress.put(instance, hash);
        return true;
    }

    /** Blocks by the hash of their resource. */
    Positions byResource() {
        return byResource;
    }

    /** Instances by the hash of their address, but for those that are {@link #aloneIn alone}. */
    Positions byAddress() {
        return byAddress;
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
        long whole = Hashes.mix(hash, key.hash());
        for (int place = byAddress.first(whole); place >= 0; place = byAddress.next(place, whole)) {
            int instance = byAddress.at(place);
            if (columns.isKey(instance, key) && columns.isResource(columns.blockOf(instance), resource)) {
                return OptionalInt.of(instance);
            }
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
        for (int place = byResource.first(hash); place >= 0; place = byResource.next(place, hash)) {
            if (columns.isResource(byResource.at(place), wanted)) {
                return byResource.at(place);
            }
        }
        return -1;
    }

    Columns columns() {
        return columns;
    }
}
