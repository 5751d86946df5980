package io.databot.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an instance with slots {@code @{name}} in it. Immutable. */
final class Template {

    private static final Pattern SLOT = Pattern.compile("@\\{(\\w+)}");

    /** Texts and slots in turn: one text more than slots. */
    private final List<byte[]> texts = new ArrayList<>();

    private final List<Slot> slots = new ArrayList<>();

    private Template(String text) {
        Matcher matcher = SLOT.matcher(text);
        int from = 0;
        while (matcher.find()) {
            texts.add(utf8(text.substring(from, matcher.start())));
            slots.add(Slot.of(matcher.group(1)));
            from = matcher.end();
        }
        texts.add(utf8(text.substring(from)));
    }

    /** The members of an object, indented by so many spaces more; without the braces around them. */
    static Template members(String name, int indent) {
        String object = resource(name + ".json").strip();
        return new Template(
                object.substring(2, object.length() - 2).indent(indent).stripTrailing());
    }

    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Place place, OutputStream out) throws IOException {
        for (int i = 0; i < slots.size(); i++) {
            out.write(texts.get(i));
            out.write(utf8(slots.get(i).text(place)));
        }
        out.write(texts.get(slots.size()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
