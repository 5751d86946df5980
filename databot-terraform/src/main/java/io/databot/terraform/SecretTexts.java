package io.databot.terraform;

import io.databot.state.StateValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that are known as secrets, and the marking of their copies. Only fingerprints of 64 bits are kept, other ones in each
 * process. Not thread-safe while texts are added.
 */
final class SecretTexts {

    /** Shorter texts turn up elsewhere by chance. */
    private static final int MIN_LENGTH = 8;

    private final Fingerprints texts = new Fingerprints();

    void add(String text) {
        if (text.length() >= MIN_LENGTH) {
            texts.add(fingerprint(text));
        }
    }

    /** Adds a text of ASCII that stands here. */
    void add(byte[] bytes, int from, int to) {
        if (to - from >= MIN_LENGTH) {
            texts.add(Hashes.of(bytes, from, to));
        }
    }

    /** Whether both know the same secrets. */
    boolean sameAs(SecretTexts other) {
        return texts.sameAs(other.texts);
    }

    private boolean contains(String text) {
        return text.length() >= MIN_LENGTH && texts.contains(fingerprint(text));
    }

    private static long fingerprint(String text) {
        return Hashes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    // Loops, not streams: a value may be nested a thousand deep.
    /** Adds every text in the value that is marked as sensitive. */
    void addFrom(StateValue value) {
        switch (value.kind()) {
            case STRING -> {
                if (value.sensitive()) {
                    add(value.asString());
                }
            }
            case LIST -> {
                for (StateValue element : value.asList()) {
                    addFrom(element);
                }
            }
            case MAP -> {
                for (StateValue entry : value.asMap().values()) {
                    addFrom(entry);
                }
            }
            default -> {
                // Numbers and truth values are too common to be recognised.
            }
        }
    }

    /** The value that stands here, with every copy of a secret marked. */
    StateValue read(byte[] bytes, int at) {
        int end = bytes[at] == '"' ? Texts.plainEnd(bytes, at + 1) : at;
        if (end == at || bytes[end] != '"') {
            return mark(ValueReader.read(bytes, at));
        }
        // Told by the bytes, before there is a text that would have to become bytes again.
        boolean secret = end - at > MIN_LENGTH && texts.contains(Hashes.of(bytes, at + 1, end));
        StateValue value = StateValue.of(new String(bytes, at + 1, end - at - 1, StandardCharsets.ISO_8859_1));
        return secret ? value.asSensitive() : value;
    }

    /** The value with every copy of a secret marked. */
    StateValue mark(StateValue value) {
        return texts.isEmpty() ? value : marked(value);
    }

    private StateValue marked(StateValue value) {
        if (value.sensitive()) {
            return value;
        }
        return switch (value.kind()) {
            case STRING -> contains(value.asString()) ? value.asSensitive() : value;
            case LIST -> {
                List<StateValue> elements = new ArrayList<>();
                for (StateValue element : value.asList()) {
                    elements.add(marked(element));
                }
                yield StateValue.of(elements);
            }
            case MAP -> {
                Map<String, StateValue> entries = new LinkedHashMap<>();
                for (Map.Entry<String, StateValue> entry : value.asMap().entrySet()) {
                    entries.put(entry.getKey(), marked(entry.getValue()));
                }
                yield StateValue.of(entries);
            }
            default -> value;
        };
    }
}
