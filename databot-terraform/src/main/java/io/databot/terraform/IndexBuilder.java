package io.databot.terraform;

import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers where the instances of a state stand, block by block. */
final class IndexBuilder {

    private final byte[] bytes;
    private final Pool pool;
    private final KindsOfResource kinds = new KindsOfResource();

    private final Ints kindOfBlock = new Ints(256);
    private final Ints nameOfBlock = new Ints(256);
    private final Ints moduleOfBlock = new Ints(256);
    private final Ints firstOfBlock = new Ints(256);
    private long[] hashOfBlock = new long[256];

    private final Ints blocks = new Ints(256);
    private final Ints keys = new Ints(256);
    private final Ints attributes = new Ints(256);
    private byte[] flags = new byte[256];

    private final Ints marked = new Ints(16);
    private final Ints marks = new Ints(16);
    private final Map<Integer, String> deposedKeys = new HashMap<>();

    private final Ints ends = new Ints(256);
    private int lastEnd;
    private int module;
    private int writtenModule;
    private long moduleHash;

    IndexBuilder(byte[] bytes) {
        this.bytes = bytes;
        this.pool = new Pool(bytes);
    }

    /** An instance begins; what follows is told of it. */
    void instance() {
        int instance = keys.size();
        if (instance == flags.length) {
            flags = Arrays.copyOf(flags, 2 * instance);
        }
        keys.add(Pool.NONE);
        attributes.add(0);
        blocks.add(nameOfBlock.size());
    }

    private int current() {
        return keys.size() - 1;
    }

    void flag(int flag) {
        flags[current()] |= (byte) flag;
    }

    void textKey(int start) {
        boolean plain = bytes[Texts.plainEnd(bytes, start)] == '"';
        keys.set(
                current(),
                plain
                        ? start
                        : pool.reference(start, ((InstanceKey.Name) InstanceKey.of(Texts.of(bytes, start))).value()));
        flag(Columns.TEXT_KEY);
    }

    void numberKey(int start) {
        keys.set(current(), start);
    }

    void deposed(String key) {
        deposedKeys.put(current(), key);
        flag(Columns.DEPOSED);
    }

    void attributes(int start) {
        flags[current()] &= (byte) ~Columns.FLAT;
        attributes.set(current(), start);
    }

    /** Those of Terraform 0.11 count only if there are no others. */
    void flatAttributes(int start) {
        if (attributes.get(current()) == 0) {
            attributes.set(current(), start);
            flag(Columns.FLAT);
        }
    }

    /** Where the paths of what is sensitive in it stand. */
    void marks(int start) {
        marked.add(current());
        marks.add(start);
    }

    /** A block ends, to which all instances belong that were told of since the last. */
    void block(int moduleAt, ResourceMode mode, int typeAt, int nameAt, int end) {
        module(moduleAt);
        int block = nameOfBlock.size();
        int kind = kinds.of(mode, bytes, typeAt);
        kindOfBlock.add(kind);
        nameOfBlock.add(nameAt);
        moduleOfBlock.add(module);
        firstOfBlock.add(lastEnd);
        if (block == hashOfBlock.length) {
            hashOfBlock = Arrays.copyOf(hashOfBlock, 2 * block);
        }
        hashOfBlock[block] = Columns.hash(kinds.get(kind).hash(), pool.hash(nameAt), moduleHash);
        lastEnd = keys.size();
        ends.add(end);
    }

    /** Blocks of one module mostly follow each other. */
    private void module(int start) {
        if (start == 0) {
            module = Pool.NONE;
            moduleHash = Columns.ROOT_HASH;
            writtenModule = 0;
        } else if (writtenModule == 0 || !sameText(start, writtenModule)) {
            String standard = StateScan.standardModule(Texts.of(bytes, start), start);
            module = pool.reference(start, standard);
            moduleHash = pool.hash(module);
            writtenModule = start;
        }
    }

    private boolean sameText(int some, int other) {
        int length = Texts.end(bytes, other) + 1 - other;
        return Arrays.equals(bytes, some, Math.min(bytes.length, some + length), bytes, other, other + length);
    }

    /** @throws ScanFailure if an instance stands twice */
    StateIndex build() {
        firstOfBlock.add(keys.size());
        Columns columns = new Columns(
                bytes,
                pool,
                new Columns.Blocks(
                        kinds.toList(),
                        kindOfBlock.toArray(),
                        nameOfBlock.toArray(),
                        moduleOfBlock.toArray(),
                        firstOfBlock.toArray()),
                new Columns.Instances(
                        blocks.toArray(), keys.toArray(), attributes.toArray(), Arrays.copyOf(flags, keys.size())),
                new Columns.Rare(marked.toArray(), marks.toArray(), deposedKeys));
        requireDeposedOnce(columns);
        return StateIndex.of(columns, hashOfBlock, ends);
    }

    private void requireDeposedOnce(Columns columns) {
        Set<List<Object>> seen = new HashSet<>();
        List<Integer> deposed = new ArrayList<>(deposedKeys.keySet());
        deposed.sort(null);
        for (int instance : deposed) {
            if (!seen.add(List.of(columns.address(instance), String.valueOf(deposedKeys.get(instance))))) {
                throw StateIndex.twice(columns, instance, ends);
            }
        }
    }
}
