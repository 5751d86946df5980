package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.InstanceKey;
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
    /** Its key is a text; else, if there is one, a number. */
    static final int TEXT_KEY = 8;

    /** Something in it is sensitive. */
    static final int MARKED = 16;

    /** What is above the flags is the length of the attributes, if they are laid out as Terraform does; else zero. */
    private static final int FLAG_BITS = 5;

    private static final int MAX_LENGTH = (1 << (Integer.SIZE - FLAG_BITS)) - 1;

    private static final int WIDTH = 4;
    private static final int KIND = 0;
    private static final int NAME = 1;
    private static final int MODULE = 2;
    private static final int FIRST = 3;
    private static final int BLOCK = 0;
    private static final int FLAGS = 1;
    private static final int KEY = 2;
    private static final int ATTRIBUTES = 3;

    private final byte[] bytes;
    private final Pool pool;
    private final KindOfResource[] kinds;
    /** Four numbers for each block, so that they come into the processor's cache together. */
    private final int[] blocks;

    private final int[] instances;
    private final Rare rare;

    /** What few instances have: which of them are marked, in their order, and where the marks stand. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rare(int[] marked, int[] marks, Map<Integer, String> deposedKeys) {}

    /**
     * Takes all over.
     *
     * @param kinds those that occur
     * @param blocks for each block its kind, name and module, and its first instance; one more block, which ends the last
     * @param instances for each instance its block, its flags with {@link #lengthFlag}, and where its key and its
     *     attributes stand
     */
    Columns(Pool pool, List<KindOfResource> kinds, int[] blocks, int[] instances, Rare rare) {
        this.bytes = pool.bytes();
        this.pool = pool;
        this.kinds = kinds.toArray(KindOfResource[]::new);
        this.blocks = blocks;
        this.instances = instances;
        this.rare = rare;
    }

    int size() {
        return instances.length / WIDTH;
    }

    int blocks() {
        return blocks.length / WIDTH - 1;
    }

    int blockOf(int instance) {
        return instances[WIDTH * instance + BLOCK];
    }

    int firstOf(int block) {
        return blocks[WIDTH * block + FIRST];
    }

    int endOf(int block) {
        return blocks[WIDTH * (block + 1) + FIRST];
    }

    KindOfResource kindOfBlock(int block) {
        return kinds[blocks[WIDTH * block + KIND]];
    }

    /** The number of its kind. */
    int kindNumber(int instance) {
        return blocks[WIDTH * blockOf(instance) + KIND];
    }

    KindOfResource kind(int instance) {
        return kindOfBlock(instances[WIDTH * instance + BLOCK]);
    }

    boolean is(int instance, int flag) {
        return (instances[WIDTH * instance + FLAGS] & flag) != 0;
    }

    /**
     * What tells, beside the flags, that attributes are laid out as Terraform does, each on a line of its own, and how long
     * they are. Of very long ones it tells nothing.
     */
    static int lengthFlag(int length) {
        return length <= MAX_LENGTH ? length << FLAG_BITS : 0;
    }

    /** How long the attributes are, if they are laid out as Terraform does; else zero. */
    int indentedLength(int instance) {
        return instances[WIDTH * instance + FLAGS] >>> FLAG_BITS;
    }

    boolean hasKey(int instance) {
        return instances[WIDTH * instance + KEY] != Pool.NONE;
    }

    Optional<String> deposedKey(int instance) {
        return is(instance, DEPOSED) ? Optional.ofNullable(rare.deposedKeys.get(instance)) : Optional.empty();
    }

    /** Where its attributes stand; empty if it has none. */
    OptionalInt attributes(int instance) {
        int at = instances[WIDTH * instance + ATTRIBUTES];
        return at == 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** Where the paths of what is sensitive in it stand. */
    OptionalInt marks(int instance) {
        return is(instance, MARKED)
                ? OptionalInt.of(rare.marks[Arrays.binarySearch(rare.marked, instance)])
                : OptionalInt.empty();
    }

    /** The instances that have marks, in order. */
    int[] marked() {
        return rare.marked;
    }

    Address address(int instance) {
        int block = instances[WIDTH * instance + BLOCK];
        KindOfResource kind = kindOfBlock(block);
        String module = blocks[WIDTH * block + MODULE] == Pool.NONE ? "" : pool.text(blocks[WIDTH * block + MODULE]);
        return new Address(
                Address.parseModule(module),
                kind.mode(),
                kind.type(),
                pool.text(blocks[WIDTH * block + NAME]),
                key(instance));
    }

    InstanceKey key(int instance) {
        if (!hasKey(instance)) {
            return InstanceKey.NONE;
        }
        int reference = instances[WIDTH * instance + KEY];
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
        return blocks[WIDTH * some + KIND] == blocks[WIDTH * other + KIND]
                && pool.same(blocks[WIDTH * some + NAME], blocks[WIDTH * other + NAME])
                && pool.same(blocks[WIDTH * some + MODULE], blocks[WIDTH * other + MODULE]);
    }

    boolean isResource(int block, WantedResource wanted) {
        KindOfResource kind = kindOfBlock(block);
        return kind.mode() == wanted.mode()
                && pool.is(blocks[WIDTH * block + NAME], wanted.name())
                && kind.type().equals(wanted.type())
                && (wanted.module().isEmpty()
                        ? blocks[WIDTH * block + MODULE] == Pool.NONE
                        : pool.is(
                                blocks[WIDTH * block + MODULE], wanted.module().get()));
    }

    boolean sameKey(int some, int other) {
        boolean text = is(some, TEXT_KEY);
        if (text != is(other, TEXT_KEY) || hasKey(some) != hasKey(other)) {
            return false;
        }
        return text
                ? pool.same(instances[WIDTH * some + KEY], instances[WIDTH * other + KEY])
                : !hasKey(some) || number(instances[WIDTH * some + KEY]) == number(instances[WIDTH * other + KEY]);
    }

    /** Looks at an instance's key and name, so that they need not be waited for later. Always true. */
    boolean reach(int instance) {
        return pool.reach(instances[WIDTH * instance + KEY]) && pool.reach(blocks[WIDTH * blockOf(instance) + NAME]);
    }

    boolean isNumberKey(int instance, long number) {
        return hasKey(instance) && !is(instance, TEXT_KEY) && number(instances[WIDTH * instance + KEY]) == number;
    }

    /** Whether its key is this text in ASCII; a text that is written with escapes is not recognised. */
    boolean isTextKey(int instance, byte[] text, int from, int to) {
        return is(instance, TEXT_KEY) && pool.standsAt(instances[WIDTH * instance + KEY], text, from, to);
    }

    /** Likewise, the name of a block's resource. */
    boolean isName(int block, byte[] text, int from, int to) {
        return pool.standsAt(blocks[WIDTH * block + NAME], text, from, to);
    }

    /** Likewise, its module, which is the beginning of the text; zero for the root module. */
    boolean isModule(int block, byte[] text, int to) {
        int module = blocks[WIDTH * block + MODULE];
        return to == 0 ? module == Pool.NONE : module > 0 && pool.standsAtEscaped(module, text, to);
    }

    /** Whether each of its attributes can be read where it stands. */
    boolean canReadAlone(int instance) {
        return indentedLength(instance) > 0 && !is(instance, FLAT);
    }

    /** Whether each is what it reads, without marks or wrappers. */
    boolean isPlain(int instance) {
        KindOfResource kind = kind(instance);
        return !is(instance, MARKED)
                && kind.secrets().isEmpty()
                && kind.dynamic().isEmpty();
    }

    boolean isKey(int instance, WantedKey wanted) {
        return switch (wanted.kind()) {
            case NONE -> !hasKey(instance);
            case NUMBER -> isNumberKey(instance, wanted.number());
            case TEXT -> is(instance, TEXT_KEY) && pool.is(instances[WIDTH * instance + KEY], wanted.text());
        };
    }

    /** As {@link WantedKey#hash}. */
    long keyHash(int instance) {
        if (!hasKey(instance)) {
            return WantedKey.NONE.hash();
        }
        int reference = instances[WIDTH * instance + KEY];
        return is(instance, TEXT_KEY) ? pool.hash(reference) : WantedKey.numberHash(number(reference));
    }

    /** The text of the whole state. */
    byte[] bytes() {
        return bytes;
    }
}
