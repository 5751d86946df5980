package io.databot.terraform;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes marks of what stands in a state; keeps the last ones, for the instances of one resource are mostly marked alike. */
final class KnownMarks {

    private final byte[] bytes;
    private volatile @Nullable Made last;

    private record Made(KindOfResource kind, int from, int to, Marks marks) {}

    KnownMarks(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param paths where the paths of what is sensitive stand */
    Marks of(OptionalInt paths, KindOfResource kind) {
        int from = paths.orElse(0);
        Made made = last;
        if (made == null || !made.kind.equals(kind) || !isWritten(made, from)) {
            int to = paths.isPresent() ? Texts.valueEnd(bytes, from) : 0;
            made = new Made(kind, from, to, made(paths, kind));
            last = made;
        }
        return made.marks;
    }

    private boolean isWritten(Made made, int from) {
        int length = made.to - made.from;
        return (from == 0) == (made.from == 0)
                && from + length <= bytes.length
                && Arrays.equals(bytes, from, from + length, bytes, made.from, made.to);
    }

    private Marks made(OptionalInt paths, KindOfResource kind) {
        Marks marks = new Marks();
        if (paths.isPresent()) {
            marks.addPaths(ValueReader.read(bytes, paths.getAsInt()));
        }
        for (List<Object> path : kind.secrets()) {
            marks.add(path);
        }
        return marks;
    }
}
