package io.databot.terraform;

import io.databot.terraform.AnyJson.Digits;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Writes JSON as Terraform lays it out, or nearly so: some of the white space is another than Terraform's. */
final class LaidOutJson {

    private static final List<String> OTHERS =
            List.of("", " ", "  ", "\n", "\t", "\r\n", "\n  ", "\n\n", "\n            ");

    private final Random random;
    /** One in so many places has other white space; 0 for none. */
    private final int oddness;

    private final StringBuilder text = new StringBuilder();

    private LaidOutJson(Random random, int oddness) {
        this.random = random;
        this.oddness = oddness;
    }

    /** Maps, lists, texts, {@link Digits}, booleans and null as Terraform lays them out. */
    static String likeTerraform(Object value) {
        return write(value, new Random(0), 0);
    }

    /** The same, where one in so many places has other white space. */
    static String nearlyLikeTerraform(Object value, Random random, int oddness) {
        return write(value, random, oddness);
    }

    private static String write(Object value, Random random, int oddness) {
        LaidOutJson json = new LaidOutJson(random, oddness);
        json.value(value, 0);
        return json.text.append('\n').toString();
    }

    private void value(Object value, int level) {
        if (value instanceof Map<?, ?> map) {
            object(map, level);
        } else if (value instanceof List<?> list) {
            array(list, level);
        } else if (value instanceof String string) {
            string(string);
        } else {
            text.append(value instanceof Digits digits ? digits.text() : String.valueOf(value));
        }
    }

    private void object(Map<?, ?> map, int level) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            line(level + 1);
            string((String) entry.getKey());
            space("");
            text.append(':');
            space(" ");
            value(entry.getValue(), level + 1);
            comma(entries);
        }
        end(map.isEmpty(), level);
        text.append('}');
    }

    private void array(List<?> list, int level) {
        text.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            line(level + 1);
            value(elements.next(), level + 1);
            comma(elements);
        }
        end(list.isEmpty(), level);
        text.append(']');
    }

    private void comma(Iterator<?> rest) {
        if (rest.hasNext()) {
            space("");
            text.append(',');
        }
    }

    private void end(boolean empty, int level) {
        if (empty) {
            space("");
        } else {
            line(level);
        }
    }

    private void line(int level) {
        space("\n" + "  ".repeat(level));
    }

    private void space(String usual) {
        boolean odd = oddness > 0 && random.nextInt(oddness) == 0;
        text.append(odd ? OTHERS.get(random.nextInt(OTHERS.size())) : usual);
    }

    /** With the escapes that Go writes. */
    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || Character.isSurrogate(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
