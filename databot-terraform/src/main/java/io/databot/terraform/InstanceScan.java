package io.databot.terraform;

import java.nio.charset.StandardCharsets;

/** Notes where the instances of a resource stand. {@code private} is the provider's own and is passed over. */
final class InstanceScan {

    private static final FieldNames FIELDS = FieldNames.of(
            "index_key",
            "status",
            "deposed",
            "schema_version",
            "attributes",
            "attributes_flat",
            "sensitive_attributes",
            "identity_schema_version",
            "identity",
            "private",
            "dependencies",
            "create_before_destroy",
            "provider",
            "deprecated",
            "skip_destroy");

    private static final int MAX_KEY_DIGITS = 18;
    private static final int NO_MARKS_LENGTH = "[]".length();

    private final JsonScan json;
    private final byte[] bytes;
    private final IndexBuilder index;
    private final FieldNames.Seen fields;

    InstanceScan(JsonScan json, byte[] bytes, IndexBuilder index) {
        this.json = json;
        this.bytes = bytes;
        this.index = index;
        this.fields = FIELDS.seen(json, bytes);
    }

    /** Reads the list that stands here. */
    void read() {
        if (json.peek() == 'n') {
            json.value();
            return;
        }
        if (json.peek() != '[') {
            throw ScanFailure.malformed("a resource's instances are not a list", json.at());
        }
        if (json.open('[', ']')) {
            do {
                if (json.peek() != '{') {
                    throw ScanFailure.malformed("an instance is not an object", json.at());
                }
                instance();
            } while (json.next(']'));
        }
    }

    private void instance() {
        index.instance();
        fields.reset();
        if (json.open('{', '}')) {
            do {
                field(fields.next());
            } while (json.next('}'));
        }
        index.instanceEnds();
    }

    private void field(String name) {
        switch (name) {
            case "index_key" -> key();
            case "status" -> status();
            case "deposed" -> deposed();
            case "attributes" -> attributes();
            case "attributes_flat" -> flatAttributes();
            case "sensitive_attributes" -> marks();
            default -> json.value();
        }
    }

    /** Terraform would cut 1.5 to 1; here a key that is not whole is refused. */
    private void key() {
        int start = json.at();
        byte c = bytes[start];
        if (c == '"') {
            index.textKey(json.text());
            return;
        }
        json.value();
        if (c == 'n') {
            return;
        }
        if (c == '-' || (json.at() - start > MAX_KEY_DIGITS && isWhole(start))) {
            throw ScanFailure.malformed("an index_key is negative or out of bounds", start);
        }
        if (!isWhole(start)) {
            throw ScanFailure.malformed("an index_key is neither a text nor a whole number", start);
        }
        index.numberKey(start);
    }

    private boolean isWhole(int start) {
        for (int i = start; i < json.at(); i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void status() {
        String status = statusOrKey();
        if (status.equals("tainted")) {
            index.flag(Columns.TAINTED);
        } else if (!status.isEmpty()) {
            throw ScanFailure.malformed("an instance's status is not one that this version knows", json.at());
        }
    }

    private void deposed() {
        String key = statusOrKey();
        if (!key.isEmpty()) {
            index.deposed(key);
        }
    }

    private String statusOrKey() {
        int start = json.at();
        if (bytes[start] == '"') {
            return Texts.of(bytes, json.text());
        }
        json.value();
        if (bytes[start] != 'n') {
            throw ScanFailure.malformed("an instance's status or deposed key is not a text", start);
        }
        return "";
    }

    private void attributes() {
        json.expectIndentation();
        int start = object("an instance's attributes are not an object");
        if (start > 0) {
            index.attributes(start);
            if (json.indented()) {
                index.flag(Columns.lengthFlag(json.at() - start));
            }
        }
    }

    private void flatAttributes() {
        int start = object("an instance's attributes_flat are not an object");
        if (start > 0) {
            index.flatAttributes(start);
        }
    }

    /** Goes past an object or null; 0 for null. */
    private int object(String complaint) {
        int start = json.at();
        json.value();
        if (bytes[start] != '{' && bytes[start] != 'n') {
            throw ScanFailure.malformed(complaint, start);
        }
        return bytes[start] == '{' ? start : 0;
    }

    /** Mostly an empty list. */
    private void marks() {
        int start = json.at();
        json.value();
        boolean none = bytes[start] == '[' && json.at() - start == NO_MARKS_LENGTH;
        if (!none && !isNull(start)) {
            index.marks(start);
        }
    }

    private boolean isNull(int start) {
        return new String(bytes, start, json.at() - start, StandardCharsets.ISO_8859_1).equals("null");
    }
}
