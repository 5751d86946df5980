package io.databot.terraform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes JSON in any of the ways in which it may be written: blanks anywhere, escapes or none, hexadecimal digits of either
 * case, the fields of an object in any order. Knows nothing of the parser.
 */
final class AnyJson {

    /** A number as it is to be written. */
    record Digits(String text) {}

    private static final String BLANKS = " \n\r\t";
    private static final String SHORT_ESCAPES = "\"\"\\\\//\bb\ff\nn\rr\tt";

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private AnyJson(Random random) {
        this.random = random;
    }

    /** Writes maps, lists, texts, {@link Digits}, booleans and null. */
    static String write(Object value, long style) {
        AnyJson json = new AnyJson(new Random(style));
        json.blanks();
        json.value(value);
        json.blanks();
        return json.text.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof String string) {
            string(string);
        } else {
            text.append(value instanceof Digits digits ? digits.text : String.valueOf(value));
        }
    }

    private void object(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (random.nextBoolean()) {
            Collections.shuffle(entries, random);
        }
        String before = "{";
        for (Map.Entry<?, ?> entry : entries) {
            text.append(before);
            blanks();
            string((String) entry.getKey());
            blanks();
            text.append(':');
            blanks();
            value(entry.getValue());
            blanks();
            before = ",";
        }
        close(map.isEmpty(), "{", "}");
    }

    private void array(List<?> list) {
        String before = "[";
        for (Object element : list) {
            text.append(before);
            blanks();
            value(element);
            blanks();
            before = ",";
        }
        close(list.isEmpty(), "[", "]");
    }

    private void close(boolean empty, String start, String end) {
        if (empty) {
            text.append(start);
            blanks();
        }
        text.append(end);
    }

    private void string(String string) {
        int rarely = random.nextBoolean() ? 16 : 2;
        text.append('"');
        string.codePoints().forEach(c -> character(c, rarely));
        text.append('"');
    }

    private void character(int c, int rarely) {
        int shortEscape = SHORT_ESCAPES.indexOf(c);
        // Half of a surrogate pair: no encoding has it.
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean mustEscape = c < ' ' || c == '"' || c == '\\' || half;
        if (!mustEscape && random.nextInt(rarely) > 0) {
            text.appendCodePoint(c);
        } else if (shortEscape >= 0 && shortEscape % 2 == 0 && random.nextBoolean()) {
            text.append('\\').append(SHORT_ESCAPES.charAt(shortEscape + 1));
        } else {
            String format = random.nextBoolean() ? "\\u%04x" : "\\u%04X";
            Character.toString(c).chars().forEach(unit -> text.append(String.format(format, unit)));
        }
    }

    private void blanks() {
        while (random.nextInt(5) == 0) {
            text.append(BLANKS.charAt(random.nextInt(BLANKS.length())));
        }
    }
}
