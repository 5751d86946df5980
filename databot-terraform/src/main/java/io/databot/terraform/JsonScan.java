package io.databot.terraform;

import io.databot.terraform.ScanFailure.Fault;

/**
 * Passes over JSON and proves it well formed as RFC 8259 has it, without making anything of it. Refuses besides what is
 * not UTF-8, a name that stands twice in one object, nesting beyond {@link Json#MAX_DEPTH} and numbers beyond
 * {@link Json#MAX_DIGITS} digits.
 *
 * <p>Every step fails with a {@link ScanFailure}. Reading behind the end of the array is not looked for at each byte: the
 * JVM does that, and {@link #cutOff} says what it means.
 */
final class JsonScan {

    private final byte[] bytes;
    /** The last place where a whole word can be read. */
    private final int lastWord;

    private final JsonTokens tokens;
    private final Names names;
    private final boolean[] inObject = new boolean[Json.MAX_DEPTH + 1];
    private int at;
    private int depth;
    private boolean indented;

    JsonScan(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
        this.lastWord = bytes.length - Words.SIZE;
        this.tokens = new JsonTokens(bytes);
        this.names = new Names(bytes);
    }

    int at() {
        return at;
    }

    /** Goes back to a value that stands in the outermost object. */
    void backTo(int offset) {
        at = offset;
        depth = 1;
    }

    byte peek() {
        return bytes[at];
    }

    void pastSpace() {
        at = tokens.space(at);
    }

    /**
     * Whether every value since {@link #expectIndentation} was laid out as Terraform does, each entry on a line of its own,
     * two spaces a level and one behind its colon, and no name held escapes.
     */
    boolean indented() {
        return indented;
    }

    void expectIndentation() {
        indented = true;
    }

    ScanFailure fail(Fault fault) {
        return tokens.failure(fault, at);
    }

    /** What an {@link IndexOutOfBoundsException} means. */
    ScanFailure cutOff() {
        return new ScanFailure(Fault.CUT_OFF, bytes.length);
    }

    /** Goes into an object or array; {@code false} if it is empty and was left again. */
    boolean open(char opening, char closing) {
        if (bytes[at] != opening) {
            throw fail(Fault.NOT_JSON);
        }
        deeper(opening == '{');
        at++;
        if (bytes[at] != closing) {
            at = lineStart(at, depth);
        }
        if (bytes[at] == closing) {
            leave();
            return false;
        }
        return true;
    }

    /** After an entry: goes on to the next; {@code false} if there is none and the object or array was left. */
    boolean next(char closing) {
        if (bytes[at] != ',') {
            at = lineStart(at, depth - 1);
        }
        if (bytes[at] == ',') {
            at = lineStart(at + 1, depth);
            return true;
        }
        if (bytes[at] != closing) {
            throw fail(Fault.NOT_JSON);
        }
        leave();
        return false;
    }

    private void leave() {
        at++;
        depth--;
    }

    /** Goes past a name and its colon; tells where the name begins. */
    int name() {
        int start = text();
        at = colon(at);
        return start;
    }

    /** Goes past a text; tells where it begins, after the quote. */
    int text() {
        if (bytes[at] != '"') {
            throw fail(Fault.NOT_JSON);
        }
        int start = at + 1;
        at = tokens.textEnd(start) + 1;
        return start;
    }

    private void deeper(boolean object) {
        if (++depth > Json.MAX_DEPTH) {
            throw fail(Fault.TOO_DEEP);
        }
        inObject[depth] = object;
    }

    /** Goes past the value that stands here, whatever it is. */
    void value() {
        int floor = depth;
        int i = scalarOrFirst(at);
        while (depth > floor) {
            i = entryEnd(i);
        }
        at = i;
    }

    /**
     * Goes past what stands here if it is a scalar or empty; into it, to the first thing that is not, if it is neither.
     */
    private int scalarOrFirst(int from) {
        int i = from;
        while (true) {
            byte c = bytes[i];
            switch (c) {
                case '"' -> {
                    return tokens.textEnd(i + 1) + 1;
                }
                case '{' -> {
                    if (bytes[i + 1] == '}' && depth < Json.MAX_DEPTH) {
                        return i + 2;
                    }
                    at = i;
                    deeper(true);
                    i = lineStart(i + 1, depth);
                    if (bytes[i] == '}') {
                        depth--;
                        return i + 1;
                    }
                    names.enter(depth);
                    i = key(i);
                }
                case '[' -> {
                    if (bytes[i + 1] == ']' && depth < Json.MAX_DEPTH) {
                        return i + 2;
                    }
                    at = i;
                    deeper(false);
                    i = lineStart(i + 1, depth);
                    if (bytes[i] == ']') {
                        depth--;
                        return i + 1;
                    }
                }
                default -> {
                    return tokens.scalar(c, i);
                }
            }
        }
    }

    /** After a value inside of an object or array: to the end of the next scalar, or of the object or array itself. */
    private int entryEnd(int from) {
        if (bytes[from] == ',') {
            return nextEntry(from);
        }
        int i = bytes[from] == '\n' ? lineStart(from, depth - 1) : tokens.space(from);
        indented &= bytes[from] == '\n' && bytes[i] != ',';
        if (bytes[i] == ',') {
            return nextEntry(i);
        }
        boolean object = inObject[depth];
        if (bytes[i] != (object ? '}' : ']')) {
            throw tokens.failure(Fault.NOT_JSON, i);
        }
        if (object) {
            names.leave(depth);
        }
        depth--;
        return i + 1;
    }

    private int nextEntry(int comma) {
        int i = lineStart(comma + 1, depth);
        return scalarOrFirst(inObject[depth] ? key(i) : i);
    }

    private int key(int quote) {
        if (bytes[quote] != '"') {
            throw tokens.failure(Fault.NOT_JSON, quote);
        }
        int start = quote + 1;
        int before = tokens.escapes();
        int end = tokens.textEnd(start);
        if (tokens.escapes() == before) {
            names.add(depth, start, end);
        } else {
            names.addEscaped(depth, start, end);
            indented = false;
        }
        return colon(end + 1);
    }

    private int colon(int from) {
        if (bytes[from] == ':' && bytes[from + 1] == ' ' && bytes[from + 2] > ' ') {
            return from + 2;
        }
        indented = false;
        int i = tokens.space(from);
        if (bytes[i] != ':') {
            throw tokens.failure(Fault.NOT_JSON, i);
        }
        return tokens.space(i + 1);
    }

    /** Past white space that is, in Terraform's layout, a line feed and two spaces a level. */
    private int lineStart(int from, int level) {
        int indent = 2 * level;
        int start = from + 1 + indent;
        if (indent <= 24
                && start <= lastWord
                && bytes[from] == '\n'
                && bytes[start] > ' '
                && isIndent(from + 1, indent)) {
            return start;
        }
        return otherLineStart(from, start);
    }

    /** Whether so many spaces stand here, at most 24. */
    private boolean isIndent(int from, int count) {
        long first = Words.at(bytes, from) ^ Words.SPACES;
        if (count < Words.SIZE) {
            return count > 0 && first << (Long.SIZE - Byte.SIZE * count) == 0;
        }
        return first == 0
                && Words.at(bytes, from + count - Words.SIZE) == Words.SPACES
                && (count <= 2 * Words.SIZE || Words.at(bytes, from + Words.SIZE) == Words.SPACES);
    }

    private int otherLineStart(int from, int expected) {
        int i = tokens.space(from);
        indented &= i == expected && bytes[from] == '\n' && onlySpaces(from + 1, i);
        return i;
    }

    private boolean onlySpaces(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Nothing but white space may follow. */
    void end() {
        int i = at;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
            i++;
        }
        if (i < bytes.length) {
            throw new ScanFailure(Fault.MORE, i);
        }
    }

    /** Whether the text that begins here is this, as it stands, without escapes. */
    boolean is(int start, byte[] text) {
        int end = start + text.length;
        return end < bytes.length && bytes[end] == '"' && Words.standsAt(bytes, start, text);
    }
}
