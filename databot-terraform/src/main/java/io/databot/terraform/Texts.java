package io.databot.terraform;

import java.nio.charset.StandardCharsets;

/** Texts of JSON that is known to be well formed. */
final class Texts {

    private Texts() {}

    /** The text that begins here, after its quote. Half of a surrogate pair becomes U+FFFD, as it does in Terraform. */
    static String of(byte[] bytes, int start) {
        int end = plainEnd(bytes, start);
        return bytes[end] == '"'
                ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                : decoded(bytes, start, end);
    }

    /** The end of the ASCII without escapes that begins here; a quote, if that is all of the text. */
    static int plainEnd(byte[] bytes, int start) {
        int i = start;
        int lastWord = bytes.length - Words.SIZE;
        while (i <= lastWord) {
            long special = Words.special(Words.at(bytes, i));
            if (special != 0) {
                return i + Words.first(special);
            }
            i += Words.SIZE;
        }
        while (bytes[i] != '"' && bytes[i] != '\\' && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** The closing quote of the text that begins here. */
    static int end(byte[] bytes, int start) {
        int i = start;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    /**
     * Looks at a byte, or at the last if there are not so many. Always true, for JSON holds no NUL; but only the byte tells,
     * so that it has to come out of memory.
     */
    static boolean isThere(byte[] bytes, int at) {
        return bytes[Math.min(at, bytes.length - 1)] != 0;
    }

    /** Where the object or array that begins here has ended. */
    static int valueEnd(byte[] bytes, int start) {
        int depth = 0;
        int i = start;
        do {
            switch (bytes[i]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> i = end(bytes, i + 1);
                default -> {
                    // White space, scalars, commas and colons.
                }
            }
            i++;
        } while (depth > 0);
        return i;
    }

    private static String decoded(byte[] bytes, int start, int firstSpecial) {
        int end = end(bytes, firstSpecial);
        String raw = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        for (int i = firstSpecial; i < end; i++) {
            if (bytes[i] == '\\') {
                return unescaped(raw);
            }
        }
        return raw;
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
            } else if (raw.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(raw, i + 2, i + 6, 16));
                i += 6;
            } else {
                text.append(unescaped(raw.charAt(i + 1)));
                i += 2;
            }
        }
        return Values.wellFormed(text.toString());
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
