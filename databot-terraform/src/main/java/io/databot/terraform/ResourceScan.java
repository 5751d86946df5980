package io.databot.terraform;

import io.databot.state.ResourceMode;

/** Notes where the resources stand. One resource may be split over several of its blocks. */
final class ResourceScan {

    private static final FieldNames FIELDS =
            FieldNames.of("module", "mode", "type", "name", "each", "provider", "instances");

    private final JsonScan json;
    private final byte[] bytes;
    private final IndexBuilder index;
    private final InstanceScan instances;
    private final FieldNames.Seen fields;

    /** Where the texts of the block at hand begin, after their quotes; 0 if they are not there. */
    private int module;

    private int mode;
    private int type;
    private int name;

    ResourceScan(JsonScan json, byte[] bytes) {
        this.json = json;
        this.bytes = bytes;
        this.index = new IndexBuilder(bytes);
        this.instances = new InstanceScan(json, bytes, index);
        this.fields = FIELDS.seen(json, bytes);
    }

    StateIndex index() {
        return index.build();
    }

    /** Reads the list that stands here. */
    void read() {
        if (json.peek() == 'n') {
            json.value();
            return;
        }
        if (json.peek() != '[') {
            throw ScanFailure.malformed("resources is not a list", json.at());
        }
        if (json.open('[', ']')) {
            do {
                if (json.peek() != '{') {
                    throw ScanFailure.malformed("a resource is not an object", json.at());
                }
                block();
            } while (json.next(']'));
        }
    }

    private void block() {
        module = 0;
        mode = 0;
        type = 0;
        name = 0;
        fields.reset();
        if (json.open('{', '}')) {
            do {
                switch (fields.next()) {
                    case "module" -> module = text();
                    case "mode" -> mode = text();
                    case "type" -> type = text();
                    case "name" -> name = text();
                    case "instances" -> instances.read();
                    default -> json.value();
                }
            } while (json.next('}'));
        }
        index.block(module, mode(), named(type), named(name), json.at());
    }

    private int text() {
        if (json.peek() == 'n') {
            json.value();
            return 0;
        }
        if (json.peek() != '"') {
            throw ScanFailure.malformed("a resource's module, mode, type or name is not a text", json.at());
        }
        return json.text();
    }

    private ResourceMode mode() {
        return switch (mode == 0 ? "" : Texts.of(bytes, mode)) {
            case "managed" -> ResourceMode.MANAGED;
            case "data" -> ResourceMode.DATA;
            default -> throw ScanFailure.malformed("a resource's mode is neither \"managed\" nor \"data\"", json.at());
        };
    }

    private int named(int start) {
        if (start == 0 || !isName(start)) {
            throw ScanFailure.malformed("a resource's type or name is missing, or is not a name", json.at());
        }
        return start;
    }

    private boolean isName(int start) {
        int i = start;
        while (isAsciiPartOfName(bytes[i])) {
            i++;
        }
        return bytes[i] == '"' ? i > start : isOtherName(Texts.of(bytes, start));
    }

    private static boolean isAsciiPartOfName(byte c) {
        return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOtherName(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(ResourceScan::isPartOfName);
    }

    private static boolean isPartOfName(int c) {
        return c == '-' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
