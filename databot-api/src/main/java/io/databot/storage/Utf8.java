package io.databot.storage;

/** UTF-8 facts about Java strings, without making bytes of them. */
public final class Utf8 {

    private Utf8() {}

    /** The length of {@code text} in bytes of UTF-8, or -1 if it holds a half surrogate pair. */
    public static int length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                return -1;
            }
        }
        return bytes;
    }

    /** Compares two well-formed strings by their UTF-8 bytes, which is the order of their code points. */
    public static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogateX = Character.isSurrogate(x);
                boolean surrogateY = Character.isSurrogate(y);
                return surrogateX == surrogateY ? Character.compare(x, y) : Boolean.compare(surrogateX, surrogateY);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
