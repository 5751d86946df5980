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
    private static final byte[] DATA = {'d', 'a', 't', 'a', '.'};
    private static final byte[] OUTPUT = {'o', 'u', 't', 'p', 'u', 't', '.'};
    private static final boolean[] IN_NAMES = new boolean[0x80];

    static {
        for (int c = 0; c < IN_NAMES.length; c++) {
            IN_NAMES[c] = c == '-' || c == '_' || Character.isLetterOrDigit(c);
        }
    }

    private final StateIndex index;
    private final Columns columns;
    private final AttributeSearch search;
    private final Lines lines;
    private final byte[] query;
    private int at;
    /** The last number or text that was read in brackets. */
    private long number;

    private int textFrom;
    private int textTo;

    private int instance;
    private int attributeFrom;
    private int attributeTo;

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
        instance = startsWith(OUTPUT) ? -1 : readInstance();
        if (instance < 0 || !columns.canReadAlone(instance)) {
            return UNKNOWN;
        }
        int value = attribute();
        if (at < query.length && !columns.isPlain(instance)) {
            return UNKNOWN;
        }
        for (int indent = Attributes.INDENT + 2; value != UNKNOWN && at < query.length; indent += 2) {
            value = step(value, indent);
        }
        return value;
    }

    private int attribute() {
        if (!take('.') || isDigit()) {
            return UNKNOWN;
        }
        attributeFrom = at;
        attributeTo = name();
        int attributes = columns.attributes(instance).orElseThrow();
        return attributeTo == attributeFrom
                ? UNKNOWN
                : search.find(
                        columns.kindNumber(instance),
                        attributes,
                        columns.indentedLength(instance),
                        query,
                        attributeFrom,
                        attributeTo);
    }

    /** The instance that the value is of. */
    int instance() {
        return instance;
    }

    /** The attribute that the value is, or is in. */
    String attributeName() {
        return new String(query, attributeFrom, attributeTo - attributeFrom, StandardCharsets.US_ASCII);
    }

    private int readInstance() {
        int moduleEnd = modules();
        if (moduleEnd < 0) {
            return -1;
        }
        ResourceMode mode = ResourceMode.MANAGED;
        if (startsWith(DATA)) {
            mode = ResourceMode.DATA;
            at += DATA.length;
        }
        int type = at;
        int typeEnd = name();
        if (typeEnd == type || !take('.')) {
            return -1;
        }
        int name = at;
        int nameEnd = name();
        long kind = Columns.kindHash(mode, Hashes.of(query, type, typeEnd));
        long module = moduleEnd == 0 ? Columns.ROOT_HASH : Hashes.of(query, 0, moduleEnd);
        long hash = Columns.hash(kind, Hashes.of(query, name, nameEnd), module);
        WantedKey.Kind key = nameEnd == name ? null : key();
        return key == null ? -1 : instance(new Resource(mode, type, typeEnd, name, nameEnd, moduleEnd), hash, key);
    }

    /** Where the parts of an address stand in the query. */
    private record Resource(ResourceMode mode, int type, int typeEnd, int name, int nameEnd, int moduleEnd) {}

    private int instance(Resource resource, long hash, WantedKey.Kind key) {
        if (key == WantedKey.Kind.NONE) {
            Positions blocks = index.byResource();
            int place = blocks.first(hash);
            while (place >= 0 && !is(blocks.at(place), resource)) {
                place = blocks.next(place, hash);
            }
            return place < 0 ? -1 : index.aloneIn(blocks.at(place));
        }
        long keyHash = key == WantedKey.Kind.NUMBER ? WantedKey.numberHash(number) : Hashes.of(query, textFrom, textTo);
        long whole = Hashes.mix(hash, keyHash);
        Positions instances = index.byAddress();
        for (int place = instances.first(whole); place >= 0; place = instances.next(place, whole)) {
            int found = instances.at(place);
            if (isKey(found, key) && is(columns.blockOf(found), resource)) {
                return found;
            }
        }
        return -1;
    }

    private boolean isKey(int instance, WantedKey.Kind key) {
        return key == WantedKey.Kind.NUMBER
                ? columns.isNumberKey(instance, number)
                : columns.isTextKey(instance, query, textFrom, textTo);
    }

    private boolean is(int block, Resource wanted) {
        KindOfResource kind = columns.kindOfBlock(block);
        // The name last, which has to come out of memory: what follows need not wait for it.
        return kind.mode() == wanted.mode
                && kind.isType(query, wanted.type, wanted.typeEnd)
                && columns.isModule(block, query, wanted.moduleEnd)
                && columns.isName(block, query, wanted.name, wanted.nameEnd);
    }

    /** Past the modules and the dot after them; tells where they end, or -1. */
    private int modules() {
        int end = 0;
        while (startsWith(MODULE)) {
            at += MODULE.length;
            int name = at;
            if (name() == name || key() == null) {
                return -1;
            }
            end = at;
            if (!take('.')) {
                return -1;
            }
        }
        return end;
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
        while (i < query.length && query[i] != '"') {
            byte c = query[i];
            // A question mark may stand for what has no UTF-8.
            if (c < ' ' || c == '\\' || c == '$' || c == '%' || c == '?' || c == 0x7f) {
                return false;
            }
            i++;
        }
        textFrom = at + 1;
        textTo = i;
        at = i + 1;
        return i < query.length;
    }
}
