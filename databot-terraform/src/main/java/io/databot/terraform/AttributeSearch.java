package io.databot.terraform;

/**
 * Finds single attributes of instances that are laid out as Terraform does. Looks for lines that go on with the attribute's
 * first letter and passes over all others at one go, which leaves the processor little to guess; and begins where other
 * instances of the same kind had the attribute, so that most of an instance need not come out of memory. Thread-safe: what
 * is remembered tells only where to begin.
 */
final class AttributeSearch {

    /** Behind the line feed: the indentation and the quote. */
    private static final int AHEAD = 1 + Attributes.INDENT + 1;

    private static final int PLACES = 256;
    /** How much earlier than in the last instance the search begins. */
    private static final int EARLIER = 96;
    /** How far off a place may be before it is noted anew. */
    private static final int FAR = 256;

    private static final int CACHE_LINE = 64;

    private final byte[] bytes;
    /** Where the search begins, from the beginning of the attributes; by kind and name, as far as they do not collide. */
    private final int[] beginnings = new int[PLACES];

    AttributeSearch(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Where the value of an attribute stands; 0 if there is none of this name.
     *
     * @param kind the number of the kind of resource
     * @param attributes where the attributes begin
     * @param length how long they are
     * @param text what the name is a part of
     */
    int find(int kind, int attributes, int length, byte[] text, int from, int to) {
        int place = place(kind, text, from, to);
        int beginning = beginnings[place];
        int end = attributes + length;
        int found = beginning > 0 && beginning < length ? find(attributes + beginning, end, text, from, to) : 0;
        if (found > 0 && found - attributes - beginning < FAR) {
            return found;
        }
        if (found == 0) {
            found = find(attributes, end, text, from, to);
        }
        if (found > 0) {
            beginnings[place] = Math.max(0, found - attributes - EARLIER);
        }
        return found;
    }

    /** Looks where {@link #find} will, so that it need not wait for memory then. Always true, as {@link Texts#isThere}. */
    boolean reach(int kind, int attributes, int length, byte[] text, int from, int to) {
        int beginning = beginnings[place(kind, text, from, to)];
        int at = attributes + (beginning < length ? beginning : 0);
        return Texts.isThere(bytes, at)
                && Texts.isThere(bytes, at + CACHE_LINE)
                && Texts.isThere(bytes, at + 2 * CACHE_LINE);
    }

    private static int place(int kind, byte[] text, int from, int to) {
        return (31 * kind + 7 * text[from] + text[to - 1] + 13 * (to - from)) & (PLACES - 1);
    }

    private int find(int beginning, int end, byte[] text, int from, int to) {
        // Nothing is missed: more than this closes attributes, their instance, its resource and the state.
        int stop = Math.min(end, bytes.length - AHEAD - 2 * Words.SIZE + 1);
        long letters = Words.all(text[from]);
        int line = next(beginning, stop, letters);
        while (line < stop) {
            int start = line + AHEAD;
            int quote = start + to - from;
            if (quote < end
                    && bytes[quote] == '"'
                    && isIndented(line)
                    && Words.standsAt(bytes, start, text, from, to)) {
                // Past the quote, the colon and the space.
                return quote + 3;
            }
            line = next(line + 1, stop, letters);
        }
        return 0;
    }

    /** The next line feed that has the letter where names begin; where the search stops, or later, if there is none. */
    private int next(int from, int stop, long letters) {
        for (int i = from; i < stop; i += 2 * Words.SIZE) {
            long some = Words.both(Words.at(bytes, i), Words.LINE_FEEDS, Words.at(bytes, i + AHEAD), letters);
            int j = i + Words.SIZE;
            long more = Words.both(Words.at(bytes, j), Words.LINE_FEEDS, Words.at(bytes, j + AHEAD), letters);
            if ((some | more) != 0) {
                return some == 0 ? j + Words.first(more) : i + Words.first(some);
            }
        }
        return stop;
    }

    /** Whether a line has just the indentation of attributes, and a quote behind it. */
    private boolean isIndented(int line) {
        int i = line + 1;
        while (bytes[i] == ' ') {
            i++;
        }
        return i == line + AHEAD - 1 && bytes[i] == '"';
    }
}
