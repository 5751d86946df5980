package io.databot.terraform;

import io.databot.terraform.ScanFailure.Fault;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that the fields of one kind of object have, in the order in which they mostly come. At most 32. */
final class FieldNames {

    private final List<String> names;
    private final byte[][] texts;

    private FieldNames(List<String> names) {
        this.names = names;
        this.texts = names.stream()
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    static FieldNames of(String... names) {
        return new FieldNames(List.of(names));
    }

    /** For the objects of one file. */
    Seen seen(JsonScan json, byte[] bytes) {
        return new Seen(json, bytes);
    }

    /** Reads the names of one object, and of the next after {@link #reset}. */
    final class Seen {

        private final JsonScan json;
        private final byte[] bytes;
        private int known;
        private int expected;
        private @Nullable Set<String> others;

        private Seen(JsonScan json, byte[] bytes) {
            this.json = json;
            this.bytes = bytes;
        }

        void reset() {
            known = 0;
            expected = 0;
            others = null;
        }

        /**
         * Goes past the name that stands here and its colon. A known name is the same object each time.
         *
         * @throws ScanFailure if the object had it before
         */
        String next() {
            int start = json.name();
            for (int i = expected; i < texts.length; i++) {
                if (json.is(start, texts[i])) {
                    expected = i + 1;
                    return once(i, start);
                }
            }
            String name = Texts.of(bytes, start);
            int position = names.indexOf(name);
            return position < 0 ? other(name, start) : once(position, start);
        }

        private String once(int position, int start) {
            int bit = 1 << position;
            if ((known & bit) != 0) {
                throw new ScanFailure(Fault.DUPLICATE, start);
            }
            known |= bit;
            return names.get(position);
        }

        private String other(String name, int start) {
            Set<String> before = others;
            if (before == null) {
                before = new HashSet<>();
                others = before;
            }
            if (!before.add(name)) {
                throw new ScanFailure(Fault.DUPLICATE, start);
            }
            return name;
        }
    }
}
