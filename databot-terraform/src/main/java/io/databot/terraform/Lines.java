package io.databot.terraform;

/**
 * Finds entries of objects and elements of lists that are laid out as Terraform does: each on a line of its own, two spaces
 * a level. Texts hold no raw line feeds, so that what a line begins with, behind just so many spaces, is what it seems to be.
 */
final class Lines {

    private static final int STEP = 2;
    private static final long LINE_FEEDS = Words.all((byte) '\n');

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

    /**
     * The same, in an object whose end is known. Looks for lines that go on with the name's first letter, and passes over
     * all others at one go: that leaves the processor little to guess.
     *
     * @param end where the object ends
     */
    int entry(int object, int end, int indent, byte[] text, int from, int to) {
        int ahead = indent + 2;
        int stop = Math.min(end, lastWords - ahead + 1);
        long first = Words.all(text[from]);
        int line = next(object, stop, ahead, first);
        while (line < stop) {
            int start = line + 1 + indent;
            int quote = start + 1 + to - from;
            if (quote < end && bytes[quote] == '"' && isName(start, text, from, to) && isIndented(line, start)) {
                return quote + 3;
            }
            line = next(line + 1, stop, ahead, first);
        }
        return stop == end ? 0 : entry(object, indent, text, from, to);
    }

    /** The next line feed that has a letter so many bytes ahead; where the search stops, or later, if there is none. */
    private int next(int from, int stop, int ahead, long letters) {
        for (int i = from; i < stop; i += 2 * Words.SIZE) {
            long some = Words.both(Words.at(bytes, i), LINE_FEEDS, Words.at(bytes, i + ahead), letters);
            int j = i + Words.SIZE;
            long more = Words.both(Words.at(bytes, j), LINE_FEEDS, Words.at(bytes, j + ahead), letters);
            if ((some | more) != 0) {
                return some == 0 ? j + Words.first(more) : i + Words.first(some);
            }
        }
        return stop;
    }

    private boolean isName(int quote, byte[] text, int from, int to) {
        return bytes[quote] == '"' && Words.standsAt(bytes, quote + 1, text, from, to);
    }

    private boolean isIndented(int line, int start) {
        int i = line + 1;
        while (i < start && bytes[i] == ' ') {
            i++;
        }
        return i == start;
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
