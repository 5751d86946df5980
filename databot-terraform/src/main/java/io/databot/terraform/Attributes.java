package io.databot.terraform;

import io.databot.state.StateQuery;
import io.databot.state.StateValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads attributes of instances where they stand, whole or one alone. */
final class Attributes {

    /** The attributes of an instance stand six levels deep. */
    static final int INDENT = 2 * 6;

    private static final Alone ABSENT = new Alone.Absent();
    private static final Alone IMPOSSIBLE = new Alone.Impossible();

    private final Columns columns;
    private final byte[] bytes;
    private final KnownMarks known;
    private final AttributeSearch search;
    private final Lines lines;

    Attributes(Columns columns) {
        this.columns = columns;
        this.bytes = columns.bytes();
        this.known = new KnownMarks(bytes);
        this.search = new AttributeSearch(bytes);
        this.lines = new Lines(bytes);
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

    /** The value that a query leads to, with copies of secrets marked; null if only the long way tells. */
    @Nullable
    StateValue quickly(StateIndex index, String query, SecretTexts secrets) {
        QuickFind find = quickFind(index, query);
        return find == null ? null : value(find, find.find(), secrets);
    }

    /** Likewise, the value that a path leads to in an instance. */
    @Nullable
    StateValue quickly(StateIndex index, int instance, String path, SecretTexts secrets) {
        QuickFind find = quickFind(index, path);
        return find == null ? null : value(find, find.findIn(instance), secrets);
    }

    private @Nullable QuickFind quickFind(StateIndex index, String query) {
        byte[] text = query.getBytes(StandardCharsets.UTF_8);
        return text.length == query.length() ? new QuickFind(index, search, lines, text) : null;
    }

    private @Nullable StateValue value(QuickFind find, int at, SecretTexts secrets) {
        if (at == QuickFind.UNKNOWN) {
            return null;
        }
        int instance = find.instance();
        return columns.isPlain(instance)
                ? secrets.read(bytes, at)
                : secrets.mark(entry(instance, columns.kind(instance), at, find.attributeName()));
    }

    /** What came of reading one value alone. */
    sealed interface Alone {

        /** The value. */
        record Found(StateValue value) implements Alone {}

        /** There is no such value. */
        record Absent() implements Alone {}

        /** It cannot be read without the others. */
        record Impossible() implements Alone {}
    }

    /** What a path leads to in the value of {@link #of}, without reading the rest if that can be done. */
    Alone alone(int instance, List<StateQuery.Step> path) {
        if (path.isEmpty() || !(path.get(0) instanceof StateQuery.Field field) || !columns.canReadAlone(instance)) {
            return IMPOSSIBLE;
        }
        KindOfResource kind = columns.kind(instance);
        int at = columns.attributes(instance).orElse(0);
        boolean marked =
                marks(instance, kind).map(marks -> marks.concern(field.name())).orElse(false);
        if (marked || kind.dynamic().contains(field.name())) {
            int entry = step(at, INDENT, field);
            return entry == 0 ? ABSENT : walked(entry(instance, kind, entry, field.name()), path);
        }
        for (int i = 0; i < path.size() && at > 0; i++) {
            at = step(at, INDENT + 2 * i, path.get(i));
        }
        return at == 0 ? ABSENT : new Alone.Found(ValueReader.read(bytes, at));
    }

    /** An entry with its marks, and without the wrapper that it may have. */
    private StateValue entry(int instance, KindOfResource kind, int at, String name) {
        StateValue read = ValueReader.read(bytes, at);
        StateValue value = kind.dynamic().contains(name) ? DynamicAttributes.unwrap(read) : read;
        return marks(instance, kind).map(marks -> marks.applyTo(value, name)).orElse(value);
    }

    private static Alone walked(StateValue entry, List<StateQuery.Step> path) {
        return StateQuery.walk(entry, path.subList(1, path.size()))
                .map(Attributes::found)
                .orElse(ABSENT);
    }

    private static Alone found(StateValue value) {
        return new Alone.Found(value);
    }

    private int step(int at, int indent, StateQuery.Step step) {
        if (step instanceof StateQuery.Field field) {
            boolean canBe = lines.isFullObject(at) && canStandAsItIs(field.name());
            return canBe ? lines.entry(at, indent, field.name().getBytes(StandardCharsets.UTF_8)) : 0;
        }
        return lines.isFullList(at) ? lines.element(at, indent, ((StateQuery.Element) step).index()) : 0;
    }

    /** A quote would take in what follows a shorter name; half of a surrogate pair has no UTF-8 and would become another. */
    private static boolean canStandAsItIs(String name) {
        return name.indexOf('"') < 0 && Values.wellFormed(name).equals(name);
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
        List<String> names = columns.canReadAlone(instance) && kind.dynamic().isEmpty()
                ? marks(instance, kind).map(Marks::namesOnly).orElse(List.of())
                : List.of();
        if (names.isEmpty()) {
            secrets.addFrom(of(instance));
        }
        for (String name : names) {
            int at = step(columns.attributes(instance).orElse(0), INDENT, new StateQuery.Field(name));
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

    private Optional<Marks> marks(int instance, KindOfResource kind) {
        OptionalInt paths = columns.marks(instance);
        if (paths.isEmpty() && kind.secrets().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(known.of(paths, kind));
    }

    /** Whether two instances are written alike, byte by byte, with their marks. */
    boolean sameText(int instance, Attributes other, int otherInstance) {
        return columns.is(instance, Columns.FLAT) == other.columns.is(otherInstance, Columns.FLAT)
                && sameText(columns.attributes(instance), other, other.columns.attributes(otherInstance))
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
