package io.databot.storage;

/** Shows a refused text in a message: quoted, shortened, control characters escaped, so that it stays on one line. */
final class Quoted {

    private static final int SHOWN = 80;

    private Quoted() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().limit(SHOWN).forEach(c -> append(quoted, c));
        return quoted.append(text.codePointCount(0, text.length()) > SHOWN ? "…\"" : "\"")
                .toString();
    }

    private static void append(StringBuilder quoted, int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (Character.isISOControl(c) || surrogate) {
            quoted.append(String.format("\\u%04x", c));
        } else {
            quoted.appendCodePoint(c);
        }
    }
}
