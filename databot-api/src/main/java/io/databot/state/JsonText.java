package io.databot.state;

import java.math.BigDecimal;
import java.util.Map;

/** Writes values as compact JSON (RFC 8259). What is sensitive becomes a text that says so. */
final class JsonText {

    static final String HIDDEN = "(sensitive)";

    /** Beyond this many zeros a number is written with an exponent. */
    private static final int MAX_ZEROS = 40;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(StateValue value) {
        JsonText json = new JsonText();
        json.value(value);
        return json.text.toString();
    }

    private void value(StateValue value) {
        if (value.sensitive()) {
            string(HIDDEN);
            return;
        }
        switch (value.kind()) {
            case NULL -> text.append("null");
            case BOOL -> text.append(value.asBoolean());
            case NUMBER -> number(value.asBigDecimal());
            case STRING -> string(value.asString());
            case LIST -> list(value);
            case MAP -> map(value);
        }
    }

    private void number(BigDecimal number) {
        boolean brief = Math.abs((long) number.scale()) <= Math.max(MAX_ZEROS, number.precision());
        text.append(brief ? number.toPlainString() : number.toString());
    }

    private void list(StateValue value) {
        char before = '[';
        for (StateValue element : value.asList()) {
            text.append(before);
            value(element);
            before = ',';
        }
        text.append(before == '[' ? "[]" : "]");
    }

    private void map(StateValue value) {
        char before = '{';
        for (Map.Entry<String, StateValue> entry : value.asMap().entrySet()) {
            text.append(before);
            string(entry.getKey());
            text.append(':');
            value(entry.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
