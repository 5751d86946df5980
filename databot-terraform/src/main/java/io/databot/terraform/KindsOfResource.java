package io.databot.terraform;

import io.databot.state.ResourceMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The kinds of resources that occur in one state, each once. */
final class KindsOfResource {

    private final List<KindOfResource> kinds = new ArrayList<>();
    /** Positions from 1, by hash. */
    private int[] table = new int[64];

    private int last = -1;
    private int lastAt;

    /** The position of the kind whose type stands here. */
    int of(ResourceMode mode, byte[] bytes, int typeAt) {
        if (last >= 0 && kinds.get(last).mode() == mode && sameAsLast(bytes, typeAt)) {
            return last;
        }
        int end = Texts.end(bytes, typeAt);
        String type = null;
        long hash = hash(mode, Hashes.of(bytes, typeAt, end));
        boolean plain = Texts.plainEnd(bytes, typeAt) == end;
        if (!plain) {
            type = Texts.of(bytes, typeAt);
            hash = hash(mode, Hashes.of(type.getBytes(StandardCharsets.UTF_8)));
        }
        last = find(mode, bytes, typeAt, hash);
        lastAt = typeAt;
        return last;
    }

    private static long hash(ResourceMode mode, long typeHash) {
        return Hashes.mix(typeHash, mode == ResourceMode.DATA ? 1 : 0);
    }

    private boolean sameAsLast(byte[] bytes, int typeAt) {
        int length = Texts.end(bytes, lastAt) + 1 - lastAt;
        return typeAt + length <= bytes.length
                && Arrays.equals(bytes, typeAt, typeAt + length, bytes, lastAt, lastAt + length);
    }

    private int find(ResourceMode mode, byte[] bytes, int typeAt, long hash) {
        int slot = Hashes.slot(hash, table.length);
        while (table[slot] != 0) {
            KindOfResource kind = kinds.get(table[slot] - 1);
            if (kind.hash() == hash && kind.mode() == mode && kind.type().equals(Texts.of(bytes, typeAt))) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return add(mode, Texts.of(bytes, typeAt), hash, slot);
    }

    private int add(ResourceMode mode, String type, long hash, int slot) {
        kinds.add(new KindOfResource(
                mode,
                type,
                type.getBytes(StandardCharsets.UTF_8),
                hash,
                DynamicAttributes.of(type),
                KnownSecrets.paths(mode, type)));
        table[slot] = kinds.size();
        if (2 * kinds.size() > table.length) {
            table = new int[2 * table.length];
            for (int i = 0; i < kinds.size(); i++) {
                int free = Hashes.slot(kinds.get(i).hash(), table.length);
                while (table[free] != 0) {
                    free = (free + 1) & (table.length - 1);
                }
                table[free] = i + 1;
            }
        }
        return kinds.size() - 1;
    }

    KindOfResource get(int position) {
        return kinds.get(position);
    }

    List<KindOfResource> toList() {
        return List.copyOf(kinds);
    }
}
