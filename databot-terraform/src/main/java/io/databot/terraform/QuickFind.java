package io.databot.terraform;

import io.databot.state.ResourceMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Follows one query as it is read, byte by byte, to where its value stands: what {@link io.databot.state.StateQuery} and the
 * walk along it do, in about half of the time. Knows only the usual forms and finds only values; whatever else a query is or
 * leads to, whole instances among it, gives {@link #UNKNOWN} and is for the others to tell. Used once.
 */
final class QuickFind {

    static final int UNKNOWN = 0;

    private static final int MAX_DIGITS = 18;
    private static final byte[] MODULE = {'m', 'o', 'd', 'u', 'l', 'e', '.'};
    private static final byte[] OUTPUT = {'o', 'u', 't', 'p', 'u', 't', '.'};
    private static final boolean[] IN_NAMES = new boolean[0x80];
    /** What a quoted text holds that stands for itself. Not the question mark, which may stand for what has no UTF-8. */
    private static final boolean[] IN_TEXTS = new boolean[0x80];

    static {
        for (int c = 0; c < IN_NAMES.length; c++) {
            IN_NAMES[c] = c == '-' || c == '_' || Character.isLetterOrDigit(c);
            IN_TEXTS[c] = c >= ' ' && "\"\\$%?\u007f".indexOf(c) < 0;
        }
    }

    private final StateIndex index;
    private final Columns columns;
    private final AttributeSearch search;
    private final Lines lines;
    private final byte[] query;
    private int at;

    /** Where the parts of the resource's address stand. */
    private int moduleEnd;

    private ResourceMode mode = ResourceMode.MANAGED;
    private int typeFrom;
    private int typeEnd;
    private int nameFrom;
    private int nameEnd;
    /** Which key follows it. */
    private WantedKey.Kind key = WantedKey.Kind.NONE;
    /** The last number or text that was read in brackets. */
    private long number;

    private int textFrom;
    private int textTo;

    private int attributeFrom;
    private int attributeTo;
    private int instance;

    /** @param query in ASCII */
    QuickFind(StateIndex index, AttributeSearch search, Lines lines, byte[] query) {
        this.index = index;
        this.columns = index.columns();
        this.search = search;
        this.lines = lines;
        this.query = query;
    }

    /**
     * Where the value stands that the query leads to, as it is written: if its instance is not {@link Columns#isPlain
     * plain}, which only whole attributes are found of, its marks are still to be seen to.
     */
    int find() {
        instance = !startsWith(OUTPUT) && readAddressAndAttribute() ? findInstance() : -1;
        return instance < 0 ? UNKNOWN : value();
    }

    /** The same, for a query that is a path in this instance. */
    int findIn(int wanted) {
        instance = wanted;
        return readAttribute() ? value() : UNKNOWN;
    }

    private int value() {
        if (!columns.canReadAlone(instance)) {
            return UNKNOWN;
        }
        int value = search.find(
                columns.kindNumber(instance),
                columns.attributes(instance).orElseThrow(),
                columns.indentedLength(instance),
                query,
                attributeFrom,
                attributeTo);
        if (at < query.length && !columns.isPlain(instance)) {
            return UNKNOWN;
        }
        for (int indent = Attributes.INDENT + 2; value != UNKNOWN && at < query.length; indent += 2) {
            value = step(value, indent);
        }
        return value;
    }

    /** The instance that the value is of. */
    int instance() {
        return instance;
    }

    /** The attribute that the value is, or is in. */
    String attributeName() {
        return new String(query, attributeFrom, attributeTo - attributeFrom, StandardCharsets.US_ASCII);
    }

    private boolean readAddressAndAttribute() {
        if (!readResource()) {
            return false;
        }
        WantedKey.Kind read = key();
        if (read == null || !take('.')) {
            return false;
        }
        key = read;
        return readAttribute();
    }

    private boolean readAttribute() {
        if (isDigit()) {
            return false;
        }
        attributeFrom = at;
        attributeTo = name();
        return attributeTo > attributeFrom;
    }

    private boolean readResource() {
        if (!pastModules()) {
            return false;
        }
        if (startsWith(PrintedAddress.DATA)) {
            mode = ResourceMode.DATA;
            at += PrintedAddress.DATA.length;
        }
        typeFrom = at;
        typeEnd = name();
        if (typeEnd == typeFrom || !take('.')) {
            return false;
        }
        nameFrom = at;
        nameEnd = name();
        return nameEnd > nameFrom;
    }

    private boolean pastModules() {
        while (startsWith(MODULE)) {
            at += MODULE.length;
            int name = at;
            if (name() == name || key() == null) {
                return false;
            }
            moduleEnd = at;
            if (!take('.')) {
                return false;
            }
        }
        return true;
    }

    private int findInstance() {
        long hash = Hashes.of(query, 0, nameEnd);
        return key == WantedKey.Kind.NONE ? alone(hash) : withKey(hash);
    }

    private int alone(long hash) {
        Positions blocks = index.byResource();
        for (int place = blocks.first(hash); place >= 0; place = blocks.next(place, hash)) {
            int found = index.aloneIn(blocks.at(place));
            if (found >= 0 && reach(found) && isResource(found)) {
                return found;
            }
        }
        return -1;
    }

    private int withKey(long hash) {
        long keyHash = key == WantedKey.Kind.NUMBER ? WantedKey.numberHash(number) : Hashes.of(query, textFrom, textTo);
        long whole = Hashes.mix(hash, keyHash);
        Positions instances = index.byAddress();
        for (int place = instances.first(whole); place >= 0; place = instances.next(place, whole)) {
            int found = instances.at(place);
            if (reach(found) && isKey(found) && isResource(found)) {
                return found;
            }
        }
        return -1;
    }

    /**
     * Asks memory at once for all that is looked at next of an instance: its key, its name and its attribute, which stand
     * far apart and would be waited for one after the other. Always true.
     */
    private boolean reach(int wanted) {
        return columns.reach(wanted)
                && search.reach(
                        columns.kindNumber(wanted),
                        columns.attributes(wanted).orElse(0),
                        columns.indentedLength(wanted),
                        query,
                        attributeFrom,
                        attributeTo);
    }

    private boolean isKey(int wanted) {
        return key == WantedKey.Kind.NUMBER
                ? columns.isNumberKey(wanted, number)
                : columns.isTextKey(wanted, query, textFrom, textTo);
    }

    private boolean isResource(int wanted) {
        int block = columns.blockOf(wanted);
        KindOfResource kind = columns.kindOfBlock(block);
        return kind.mode() == mode
                && kind.isType(query, typeFrom, typeEnd)
                && columns.isModule(block, query, moduleEnd)
                && columns.isName(block, query, nameFrom, nameEnd);
    }

    /** Past a key in brackets, if there is one. Null if it is none of the usual ones. */
    private WantedKey.@Nullable Kind key() {
        if (!take('[')) {
            return WantedKey.Kind.NONE;
        }
        boolean isText = at < query.length && query[at] == '"';
        boolean read = isText ? text() : number();
        if (!read || !take(']')) {
            return null;
        }
        return isText ? WantedKey.Kind.TEXT : WantedKey.Kind.NUMBER;
    }

    private int step(int value, int indent) {
        if (take('.')) {
            int from = at;
            if (isDigit()) {
                return number() && isBetweenSteps() ? element(value, indent) : UNKNOWN;
            }
            int to = name();
            return to == from ? UNKNOWN : entry(value, indent, from, to);
        }
        WantedKey.Kind key = key();
        if (key == WantedKey.Kind.TEXT) {
            return entry(value, indent, textFrom, textTo);
        }
        return key == WantedKey.Kind.NUMBER ? element(value, indent) : UNKNOWN;
    }

    private boolean isBetweenSteps() {
        return at == query.length || query[at] == '.' || query[at] == '[';
    }

    private int entry(int value, int indent, int from, int to) {
        return lines.isFullObject(value) ? lines.entry(value, indent, query, from, to) : UNKNOWN;
    }

    private int element(int value, int indent) {
        return lines.isFullList(value) ? lines.element(value, indent, number) : UNKNOWN;
    }

    private boolean startsWith(byte[] word) {
        return at + word.length <= query.length && Words.standsAt(query, at, word);
    }

    private boolean take(char c) {
        if (at < query.length && query[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Past a name; tells where it ends. */
    private int name() {
        int i = at;
        while (i < query.length && IN_NAMES[query[i]]) {
            i++;
        }
        at = i;
        return i;
    }

    private boolean isDigit() {
        return at < query.length && query[at] >= '0' && query[at] <= '9';
    }

    private boolean number() {
        int from = at;
        long read = 0;
        while (isDigit()) {
            read = read * 10 + query[at++] - '0';
        }
        number = read;
        return at > from && at - from <= MAX_DIGITS;
    }

    /** Past a text in quotes that holds nothing which is written otherwise than it reads. */
    private boolean text() {
        int i = at + 1;
        while (i < query.length && IN_TEXTS[query[i]]) {
            i++;
        }
        textFrom = at + 1;
        textTo = i;
        at = i + 1;
        return i < query.length && query[i] == '"';
    }
}
