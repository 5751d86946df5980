package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of the blocks and instances of a state, by their positions. Numbers in place of objects: an instance takes
 * about forty bytes with its place in the {@link StateIndex}. Immutable.
 */
final class Columns {

    static final int TAINTED = 1;
    /** Its attributes are those of Terraform 0.11. */
    static final int FLAT = 2;

    static final int DEPOSED = 4;
    /** Its attributes are laid out as Terraform does, each on a line of its own. */
    static final int INDENTED = 8;
    /** Its key is a text; else, if there is one, a number. */
    static final int TEXT_KEY = 16;

    static final long ROOT_HASH = 0;

    private final byte[] bytes;
    private final Pool pool;
    private final Blocks blocks;
    private final Instances instances;
    private final Rare rare;

    /** Instances of block b are those from first[b] to before first[b + 1]. */
    @SuppressWarnings("ArrayRecordComponent")
    record Blocks(List<KindOfResource> kinds, int[] kind, int[] name, int[] module, int[] first) {}

    /** Where their keys and attributes stand. */
    @SuppressWarnings("ArrayRecordComponent")
    record Instances(int[] block, int[] key, int[] attributes, byte[] flags) {}

    /** What few instances have: which of them are marked, in their order, and where the marks stand. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rare(int[] marked, int[] marks, Map<Integer, String> deposedKeys) {}

    Columns(byte[] bytes, Pool pool, Blocks blocks, Instances instances, Rare rare) {
        this.bytes = bytes;
        this.pool = pool;
        this.blocks = blocks;
        this.instances = instances;
        this.rare = rare;
    }

    static long kindHash(ResourceMode mode, long typeHash) {
        return Hashes.mix(typeHash, mode == ResourceMode.DATA ? 1 : 0);
    }

    static long hash(long kindHash, long nameHash, long moduleHash) {
        return Hashes.mix(Hashes.mix(kindHash, nameHash), moduleHash);
    }

    int size() {
        return instances.key.length;
    }

    int blocks() {
        return blocks.name.length;
    }

    int blockOf(int instance) {
        return instances.block[instance];
    }

    int firstOf(int block) {
        return blocks.first[block];
    }

    int endOf(int block) {
        return blocks.first[block + 1];
    }

    KindOfResource kindOfBlock(int block) {
        return blocks.kinds.get(blocks.kind[block]);
    }

    KindOfResource kind(int instance) {
        return kindOfBlock(instances.block[instance]);
    }

    boolean is(int instance, int flag) {
        return (instances.flags[instance] & flag) != 0;
    }

    boolean hasKey(int instance) {
        return instances.key[instance] != Pool.NONE;
    }

    Optional<String> deposedKey(int instance) {
        return is(instance, DEPOSED) ? Optional.ofNullable(rare.deposedKeys.get(instance)) : Optional.empty();
    }

    /** Where its attributes stand; empty if it has none. */
    OptionalInt attributes(int instance) {
        int at = instances.attributes[instance];
        return at == 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** Where the paths of what is sensitive in it stand. */
    OptionalInt marks(int instance) {
        int found = rare.marked.length == 0 ? -1 : Arrays.binarySearch(rare.marked, instance);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(rare.marks[found]);
    }

    /** The instances that have marks, in order. */
    int[] marked() {
        return rare.marked;
    }

    Address address(int instance) {
        int block = instances.block[instance];
        KindOfResource kind = kindOfBlock(block);
        String module = blocks.module[block] == Pool.NONE ? "" : pool.text(blocks.module[block]);
        return new Address(
                Address.parseModule(module), kind.mode(), kind.type(), pool.text(blocks.name[block]), key(instance));
    }

    InstanceKey key(int instance) {
        if (!hasKey(instance)) {
            return InstanceKey.NONE;
        }
        int reference = instances.key[instance];
        return is(instance, TEXT_KEY) ? InstanceKey.of(pool.text(reference)) : InstanceKey.of(number(reference));
    }

    private long number(int at) {
        long number = 0;
        for (int i = at; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    boolean sameResource(int some, int other) {
        return blocks.kind[some] == blocks.kind[other]
                && pool.same(blocks.name[some], blocks.name[other])
                && pool.same(blocks.module[some], blocks.module[other]);
    }

    boolean isResource(int block, WantedResource wanted) {
        KindOfResource kind = kindOfBlock(block);
        return kind.mode() == wanted.mode()
                && pool.is(blocks.name[block], wanted.name())
                && kind.type().equals(wanted.type())
                && (wanted.module().isEmpty()
                        ? blocks.module[block] == Pool.NONE
                        : pool.is(blocks.module[block], wanted.module().get()));
    }

    boolean sameKey(int some, int other) {
        boolean text = is(some, TEXT_KEY);
        if (text != is(other, TEXT_KEY) || hasKey(some) != hasKey(other)) {
            return false;
        }
        return text
                ? pool.same(instances.key[some], instances.key[other])
                : !hasKey(some) || number(instances.key[some]) == number(instances.key[other]);
    }

    boolean isKey(int instance, WantedKey wanted) {
        return switch (wanted.kind()) {
            case NONE -> !hasKey(instance);
            case NUMBER ->
                hasKey(instance) && !is(instance, TEXT_KEY) && number(instances.key[instance]) == wanted.number();
            case TEXT -> is(instance, TEXT_KEY) && pool.is(instances.key[instance], wanted.text());
        };
    }

    /** As {@link WantedKey#hash}. */
    long keyHash(int instance) {
        if (!hasKey(instance)) {
            return WantedKey.NONE.hash();
        }
        int reference = instances.key[instance];
        return is(instance, TEXT_KEY) ? pool.hash(reference) : WantedKey.numberHash(number(reference));
    }

    /** The text of the whole state. */
    byte[] bytes() {
        return bytes;
    }
}
