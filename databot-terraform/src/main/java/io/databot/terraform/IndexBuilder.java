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

    /** As {@link Columns} has them. */
    private final Ints blocks = new Ints(256);

    private long[] hashOfBlock = new long[256];

    private final Ints instances = new Ints(256);
    private int count;
    private int flags;
    private int key;
    private int attributes;

    private final Ints marked = new Ints(16);
    private final Ints marks = new Ints(16);
    private final Map<Integer, String> deposedKeys = new HashMap<>();

    private final Ints ends = new Ints(256);
    private int blockCount;
    private int lastEnd;
    private int module;
    private int writtenModule;
    private final PrintedAddress address = new PrintedAddress();

    IndexBuilder(byte[] bytes) {
        this.bytes = bytes;
        this.pool = new Pool(bytes);
    }

    /** An instance begins; what follows is told of it. */
    void instance() {
        flags = 0;
        key = Pool.NONE;
        attributes = 0;
    }

    void instanceEnds() {
        instances.add(blockCount);
        instances.add(flags);
        instances.add(key);
        instances.add(attributes);
        count++;
    }

    void flag(int flag) {
        flags |= flag;
    }

    void textKey(int start) {
        boolean plain = bytes[Texts.plainEnd(bytes, start)] == '"';
        key = plain
                ? start
                : pool.reference(start, ((InstanceKey.Name) InstanceKey.of(Texts.of(bytes, start))).value());
        flag(Columns.TEXT_KEY);
    }

    void numberKey(int start) {
        key = start;
    }

    void deposed(String deposed) {
        deposedKeys.put(count, deposed);
        flag(Columns.DEPOSED);
    }

    void attributes(int start) {
        flags &= ~Columns.FLAT;
        attributes = start;
    }

    /** Those of Terraform 0.11 count only if there are no others. */
    void flatAttributes(int start) {
        if (attributes == 0) {
            attributes = start;
            flag(Columns.FLAT);
        }
    }

    /** Where the paths of what is sensitive in it stand. */
    void marks(int start) {
        marked.add(count);
        marks.add(start);
        flag(Columns.MARKED);
    }

    /** A block ends, to which all instances belong that were told of since the last. */
    void block(int moduleAt, ResourceMode mode, int typeAt, int nameAt, int end) {
        module(moduleAt);
        int block = blockCount++;
        int kind = kinds.of(mode, bytes, typeAt);
        block(kind, nameAt, module, lastEnd);
        if (block == hashOfBlock.length) {
            hashOfBlock = Arrays.copyOf(hashOfBlock, 2 * block);
        }
        hashOfBlock[block] = address.hash(kinds.get(kind), bytes, nameAt);
        lastEnd = count;
        ends.add(end);
    }

    private void block(int kind, int name, int itsModule, int first) {
        blocks.add(kind);
        blocks.add(name);
        blocks.add(itsModule);
        blocks.add(first);
    }

    /** Blocks of one module mostly follow each other. The empty text is the root module, as it is for Terraform. */
    private void module(int start) {
        if (start == 0 || bytes[start] == '"') {
            module = Pool.NONE;
            address.rootModule();
            writtenModule = 0;
        } else if (writtenModule == 0 || !sameText(start, writtenModule)) {
            String standard = StateScan.standardModule(Texts.of(bytes, start), start);
            module = pool.reference(start, standard);
            address.module(standard);
            writtenModule = start;
        }
    }

    private boolean sameText(int some, int other) {
        int length = Texts.end(bytes, other) + 1 - other;
        return Arrays.equals(bytes, some, Math.min(bytes.length, some + length), bytes, other, other + length);
    }

    /** @throws ScanFailure if an instance stands twice */
    StateIndex build() {
        block(0, Pool.NONE, Pool.NONE, count);
        Columns columns = new Columns(
                pool,
                kinds.toList(),
                blocks.toArray(),
                instances.toArray(),
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
