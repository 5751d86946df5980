package io.databot.terraform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names and keys of a state where they stand in its text. A reference is the offset of a text's first byte; one whose
 * standard form is another (Unicode NFC, an address as Terraform prints it) is kept beside and has a negative reference.
 * Zero means none.
 */
final class Pool {

    static final int NONE = 0;

    private final byte[] bytes;
    private final List<String> kept = new ArrayList<>();

    Pool(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A reference to this text, which stands at an offset in this form or in another. */
    int reference(int start, String standard) {
        if (Texts.of(bytes, start).equals(standard)) {
            return start;
        }
        kept.add(standard);
        return -kept.size();
    }

    /** That of its text in UTF-8. */
    long hash(int reference) {
        if (reference > 0) {
            int end = Texts.plainEnd(bytes, reference);
            if (bytes[end] == '"') {
                return Hashes.of(bytes, reference, end);
            }
        }
        return Hashes.of(text(reference).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the whole state. */
    byte[] bytes() {
        return bytes;
    }

    String text(int reference) {
        return reference < 0 ? kept.get(-reference - 1) : Texts.of(bytes, reference);
    }

    /** Always true, as {@link Texts#isThere}. */
    boolean reach(int reference) {
        return reference <= 0 || Texts.isThere(bytes, reference);
    }

    /** Whether it refers to this text. */
    boolean is(int reference, Wanted wanted) {
        if (reference > 0) {
            return standsAt(reference, wanted.written())
                    || ((!wanted.ascii() || isEscaped(reference))
                            && text(reference).equals(wanted.text()));
        }
        return reference != NONE && text(reference).equals(wanted.text());
    }

    private boolean standsAt(int start, byte[] written) {
        return standsAt(start, written, 0, written.length);
    }

    /** Whether these bytes, none of which is a quote, stand at a reference as they are. */
    boolean standsAt(int reference, byte[] text, int from, int to) {
        int end = reference + to - from;
        return reference > 0
                && end < bytes.length
                && bytes[end] == '"'
                && Words.standsAt(bytes, reference, text, from, to);
    }

    /** Whether the beginning of a text in ASCII stands at a reference, with its quotes escaped. */
    boolean standsAtEscaped(int reference, byte[] text, int to) {
        int i = reference;
        for (int j = 0; j < to; j++) {
            if (text[j] == '"' && bytes[i++] != '\\') {
                return false;
            }
            if (bytes[i++] != text[j]) {
                return false;
            }
        }
        return bytes[i] == '"';
    }

    private boolean isEscaped(int start) {
        return bytes[Texts.plainEnd(bytes, start)] != '"';
    }

    boolean same(int some, int other) {
        return some == other || (some != NONE && other != NONE && text(some).equals(text(other)));
    }

    /**
     * A text that is looked for.
     *
     * @param text itself
     * @param written as it mostly stands in JSON
     * @param ascii whether it is ASCII
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Wanted(String text, byte[] written, boolean ascii) {

        /** No text of a state has half of a surrogate pair, nor is a line feed ever written so. */
        private static final byte[] NOWHERE = {'\n'};

        static Wanted of(String text) {
            if (!Values.wellFormed(text).equals(text)) {
                return new Wanted(text, NOWHERE, true);
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int escapes = 0;
            boolean ascii = bytes.length == text.length();
            for (byte b : bytes) {
                escapes += b == '"' || b == '\\' ? 1 : 0;
            }
            return new Wanted(text, escapes == 0 ? bytes : escaped(bytes, escapes), ascii);
        }

        /** That of its UTF-8. */
        long hash() {
            return Hashes.of(text.getBytes(StandardCharsets.UTF_8));
        }

        private static byte[] escaped(byte[] bytes, int escapes) {
            byte[] written = new byte[bytes.length + escapes];
            int at = 0;
            for (byte b : bytes) {
                if (b == '"' || b == '\\') {
                    written[at++] = '\\';
                }
                written[at++] = b;
            }
            return written;
        }
    }
}
