package io.databot.terraform;

import io.databot.state.StateValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads attributes of instances where they stand, whole or one alone. */
final class Attributes {

    /** The attributes of an instance stand six levels deep. */
    private static final int INDENT = 2 * 6;

    private final Columns columns;
    private final byte[] bytes;
    private final KnownMarks known;

    Attributes(Columns columns) {
        this.columns = columns;
        this.bytes = columns.bytes();
        this.known = new KnownMarks(bytes);
    }

    /** All of an instance, with what the state and the type call sensitive marked; copies of secrets are not looked for. */
    StateValue of(int instance) {
        OptionalInt at = columns.attributes(instance);
        StateValue plain = at.isEmpty() ? StateValue.of(Map.of()) : ValueReader.read(bytes, at.getAsInt());
        KindOfResource kind = columns.kind(instance);
        StateValue value = columns.is(instance, Columns.FLAT)
                ? FlatAttributes.unfold(plain.asMap())
                : DynamicAttributes.unwrap(kind.dynamic(), plain);
        return marks(instance, kind).map(marks -> marks.applyTo(value)).orElse(value);
    }

    /**
     * One of an instance, as the entry of {@link #of}. Empty if there is none of this name, or if it cannot be read
     * alone: then the answer is in all of them.
     */
    Optional<StateValue> alone(int instance, String name) {
        if (!canReadAlone(instance)) {
            return Optional.empty();
        }
        int at = find(columns.attributes(instance).orElse(0), name.getBytes(StandardCharsets.UTF_8));
        if (at == 0) {
            return Optional.empty();
        }
        KindOfResource kind = columns.kind(instance);
        StateValue read = ValueReader.read(bytes, at);
        StateValue value = kind.dynamic().contains(name) ? DynamicAttributes.unwrap(read) : read;
        Optional<Marks> marks = marks(instance, kind);
        return Optional.of(marks.isEmpty() ? value : marks.get().applyTo(value, name));
    }

    /**
     * The secret texts of all instances and outputs, which other places may hold copies of: Terraform loses the mark on
     * the way through some resources, such as {@code terraform_data}.
     */
    SecretTexts secrets(OutputIndex outputs) {
        SecretTexts secrets = new SecretTexts();
        outputs.addSecrets(secrets);
        int[] marked = columns.marked();
        int next = 0;
        for (int instance = 0; instance < columns.size(); instance++) {
            boolean isMarked = next < marked.length && marked[next] == instance;
            next += isMarked ? 1 : 0;
            if (isMarked || columns.kind(instance).mainlySecret()) {
                addSecrets(instance, secrets);
            }
        }
        return secrets;
    }

    private void addSecrets(int instance, SecretTexts secrets) {
        KindOfResource kind = columns.kind(instance);
        List<String> names = canReadAlone(instance) && kind.dynamic().isEmpty()
                ? marks(instance, kind).map(Marks::namesOnly).orElse(List.of())
                : List.of();
        if (names.isEmpty()) {
            secrets.addFrom(of(instance));
        }
        for (String name : names) {
            int at = find(columns.attributes(instance).orElse(0), name.getBytes(StandardCharsets.UTF_8));
            if (at > 0) {
                addSecret(at, secrets);
            }
        }
    }

    private void addSecret(int at, SecretTexts secrets) {
        int end = bytes[at] == '"' ? Texts.plainEnd(bytes, at + 1) : at;
        if (bytes[end] == '"' && end > at) {
            secrets.add(bytes, at + 1, end);
        } else {
            secrets.addFrom(ValueReader.read(bytes, at).asSensitive());
        }
    }

    private boolean canReadAlone(int instance) {
        return columns.is(instance, Columns.INDENTED) && !columns.is(instance, Columns.FLAT);
    }

    private Optional<Marks> marks(int instance, KindOfResource kind) {
        OptionalInt paths = columns.marks(instance);
        if (paths.isEmpty() && kind.secrets().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(known.of(paths, kind));
    }

    /**
     * Where the value of an attribute stands among attributes that are laid out line by line; 0 if there is none. Texts hold
     * no raw line feeds, so that a line that begins with a quote behind just this indentation is a name of this object.
     */
    private int find(int object, byte[] name) {
        int i = object;
        int lastWord = bytes.length - Words.SIZE;
        while (i <= lastWord) {
            long lineFeed = Words.lineFeed(Words.at(bytes, i));
            if (lineFeed == 0) {
                i += Words.SIZE;
                continue;
            }
            int start = i + Words.first(lineFeed) + 1 + INDENT;
            if (bytes[start - 2] != ' ') {
                // Less indentation: the end of the object.
                return 0;
            }
            if (bytes[start] == '"') {
                int end = start + 1 + name.length;
                if (bytes[end] == '"' && Arrays.equals(bytes, start + 1, end, name, 0, name.length)) {
                    return bytes[end + 1] == ':' && bytes[end + 2] == ' ' && bytes[end + 3] > ' '
                            ? end + 3
                            : value(end + 1);
                }
            }
            i = start;
        }
        return 0;
    }

    private int value(int from) {
        int i = from;
        while (bytes[i] <= ' ' || bytes[i] == ':') {
            i++;
        }
        return i;
    }

    /** Whether two instances are written alike, byte by byte, with their marks. */
    boolean sameText(int instance, Attributes other, int otherInstance) {
        return sameText(columns.attributes(instance), other, other.columns.attributes(otherInstance))
                && sameText(columns.marks(instance), other, other.columns.marks(otherInstance));
    }

    private boolean sameText(OptionalInt some, Attributes other, OptionalInt another) {
        if (some.isEmpty() || another.isEmpty()) {
            return some.isPresent() == another.isPresent();
        }
        int from = some.getAsInt();
        int length = Texts.valueEnd(bytes, from) - from;
        int otherFrom = another.getAsInt();
        return Arrays.equals(
                bytes, from, from + length, other.bytes, otherFrom, Math.min(other.bytes.length, otherFrom + length));
    }
}
