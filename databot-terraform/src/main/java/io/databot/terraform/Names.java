package io.databot.terraform;

import io.databot.terraform.ScanFailure.Fault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no name stands twice in one object, for all objects that are open at once. Names mostly come in
 * ascending order, for Terraform sorts them; then comparing with the last one is enough. An object whose names do not is
 * remembered name by name.
 */
final class Names {

    private final byte[] bytes;
    /** Where the names of the open objects begin, innermost last. */
    private int[] starts = new int[256];

    private int count;
    private final int[] bases = new int[Json.MAX_DEPTH + 1];
    /** The first eight bytes of each open object's last name, up to and with its quote, as an unsigned number. */
    private final long[] lastWords = new long[Json.MAX_DEPTH + 1];

    private final int[] lastEnds = new int[Json.MAX_DEPTH + 1];
    private final @Nullable Set<String>[] remembered;

    // The array never leaves this class.
    @SuppressWarnings({"unchecked", "rawtypes"})
    Names(byte[] bytes) {
        this.bytes = bytes;
        this.remembered = (Set<String>[]) new Set[Json.MAX_DEPTH + 1];
    }

    /** An object has been opened, at this depth. */
    void enter(int depth) {
        bases[depth] = count;
        lastWords[depth] = 0;
    }

    void leave(int depth) {
        count = bases[depth];
        remembered[depth] = null;
    }

    /** One name more, without escapes. */
    void add(int depth, int start, int end) {
        long word = firstWord(start, end);
        long last = lastWords[depth];
        push(start);
        boolean ascends = Long.compareUnsigned(word, last) > 0 || (word == last && isAfterLast(depth, start, end));
        lastWords[depth] = word;
        lastEnds[depth] = end;
        if (!ascends || remembered[depth] != null) {
            remember(depth, start);
        }
    }

    /** One name more, whose bytes do not tell its order. */
    void addEscaped(int depth, int start, int end) {
        push(start);
        lastEnds[depth] = end;
        remember(depth, start);
    }

    private void push(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = start;
    }

    private long firstWord(int start, int end) {
        if (start > bytes.length - Words.SIZE) {
            return 0;
        }
        long word = Long.reverseBytes(Words.at(bytes, start));
        int length = end - start;
        return length >= Words.SIZE - 1 ? word : word & (-1L << (8 * (Words.SIZE - 1 - length)));
    }

    /** Whether a name that begins as the last one does comes after it. */
    private boolean isAfterLast(int depth, int start, int end) {
        int previous = count - 2;
        return previous >= bases[depth]
                && Arrays.compareUnsigned(bytes, start, end, bytes, starts[previous], lastEnds[depth]) > 0;
    }

    private void remember(int depth, int start) {
        Set<String> names = remembered[depth];
        if (names == null) {
            names = new HashSet<>();
            for (int i = bases[depth]; i < count - 1; i++) {
                names.add(Texts.of(bytes, starts[i]));
            }
            remembered[depth] = names;
        }
        if (!names.add(Texts.of(bytes, start))) {
            throw new ScanFailure(Fault.DUPLICATE, start);
        }
    }
}
