package io.databot.examples.inventory;

/** Texts as they may be shown: a state can hold any character, a terminal or a page should not get every one. */
final class Plain {

    private Plain() {}

    /** Control and format characters, and halves of characters, become the replacement character. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isShown(c) ? c : 0xfffd));
        return plain.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** At most so many characters, with an ellipsis in the middle if there were more. */
    static String shortened(String text, int most) {
        int[] points = of(text).codePoints().toArray();
        if (points.length <= most) {
            return new String(points, 0, points.length);
        }
        int head = (most - 1) / 2;
        int tail = most - 1 - head;
        return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
    }

    /** How a module's address is shown. */
    static String module(String address) {
        return address.isEmpty() ? "root module" : of(address);
    }
}
