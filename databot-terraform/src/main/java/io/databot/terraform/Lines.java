package io.databot.terraform;

/**
 * Finds entries of objects and elements of lists that are laid out as Terraform does: each on a line of its own, two spaces
 * a level. Texts hold no raw line feeds, so that what a line begins with, behind just so many spaces, is what it seems to be.
 */
final class Lines {

    private static final int STEP = 2;

    private final byte[] bytes;
    private final int lastWords;

    Lines(byte[] bytes) {
        this.bytes = bytes;
        this.lastWords = bytes.length - 2 * Words.SIZE;
    }

    /**
     * Where the value of an entry stands; 0 if there is no such entry.
     *
     * @param object the brace of the object
     * @param indent the spaces before its entries
     */
    int entry(int object, int indent, byte[] name) {
        return entry(object, indent, name, 0, name.length);
    }

    /** The same, where the name is a part of a text. */
    int entry(int object, int indent, byte[] text, int from, int to) {
        int start = next(object, indent);
        while (start > 0) {
            int end = start + 1 + to - from;
            if (bytes[start] == '"'
                    && end < bytes.length
                    && bytes[end] == '"'
                    && Words.standsAt(bytes, start + 1, text, from, to)) {
                // Past the quote, the colon and the space.
                return end + 3;
            }
            start = next(start, indent);
        }
        return 0;
    }

    /** Where an element stands; 0 if there are not so many. */
    int element(int list, int indent, long position) {
        long left = position;
        int start = next(list, indent);
        while (start > 0) {
            // An element's own end stands at the same place.
            if (bytes[start] != '}' && bytes[start] != ']' && left-- == 0) {
                return start;
            }
            start = next(start, indent);
        }
        return 0;
    }

    /** The first character of the next line with just this indentation; 0 where a line with less comes before. */
    private int next(int from, int indent) {
        int i = from;
        while (true) {
            i = lineFeed(i) + 1 + indent;
            if (i >= bytes.length || bytes[i - STEP] != ' ') {
                return 0;
            }
            if (bytes[i] != ' ') {
                return i;
            }
        }
    }

    private int lineFeed(int from) {
        int i = from;
        while (i <= lastWords) {
            long some = Words.lineFeed(Words.at(bytes, i));
            long more = Words.lineFeed(Words.at(bytes, i + Words.SIZE));
            if ((some | more) != 0) {
                return some == 0 ? i + Words.SIZE + Words.first(more) : i + Words.first(some);
            }
            i += 2 * Words.SIZE;
        }
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Whether an object begins here, and has lines. */
    boolean isFullObject(int at) {
        return bytes[at] == '{' && bytes[at + 1] != '}';
    }

    boolean isFullList(int at) {
        return bytes[at] == '[' && bytes[at + 1] != ']';
    }
}
