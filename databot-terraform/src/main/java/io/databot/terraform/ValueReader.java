package io.databot.terraform;

import com.fasterxml.jackson.core.io.NumberInput;
import io.databot.state.StateValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes exact values of JSON that a {@link JsonScan} has passed over. Used once. */
final class ValueReader {

    private static final int MAX_LONG_DIGITS = 18;

    private final byte[] bytes;
    private int at;

    ValueReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    static StateValue read(byte[] bytes, int at) {
        return new ValueReader(bytes, at).value();
    }

    /** Where the value that was read has ended. */
    int at() {
        return at;
    }

    StateValue value() {
        return switch (bytes[at]) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> StateValue.of(text());
            case 't' -> word(StateValue.of(true), 4);
            case 'f' -> word(StateValue.of(false), 5);
            case 'n' -> word(StateValue.ofNull(), 4);
            default -> StateValue.of(number());
        };
    }

    private StateValue word(StateValue value, int length) {
        at += length;
        return value;
    }

    private String text() {
        int start = at + 1;
        int end = Texts.plainEnd(bytes, start);
        if (bytes[end] == '"') {
            at = end + 1;
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        at = Texts.end(bytes, end) + 1;
        return Texts.of(bytes, start);
    }

    private StateValue object() {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        at++;
        while (pastSpace() != '}') {
            String name = text();
            pastSpace();
            entries.put(name, value());
        }
        at++;
        return StateValue.of(entries);
    }

    private StateValue array() {
        List<StateValue> elements = new ArrayList<>();
        at++;
        while (pastSpace() != ']') {
            elements.add(value());
        }
        at++;
        return StateValue.of(elements);
    }

    /** Past white space and what stands between entries: it is known to be where it belongs. */
    private byte pastSpace() {
        byte c = bytes[at];
        while (c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\r' || c == '\t') {
            at++;
            c = bytes[at];
        }
        return c;
    }

    private BigDecimal number() {
        int start = at;
        boolean whole = true;
        while (at < bytes.length && isOfNumber(bytes[at])) {
            whole &= bytes[at] >= '0' || (bytes[at] == '-' && at == start);
            whole &= bytes[at] <= '9';
            at++;
        }
        String text = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        return whole && text.length() <= MAX_LONG_DIGITS
                ? BigDecimal.valueOf(Long.parseLong(text))
                : NumberInput.parseBigDecimal(text, true);
    }

    private static boolean isOfNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }
}
