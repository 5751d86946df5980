package io.databot.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of a resource's instances.
 *
 * @param kind what makes several of them
 * @param names the keys, sorted
 */
record Keys(Kind kind, List<String> names) {

    enum Kind {
        SINGLE,
        COUNT,
        FOR_EACH
    }

    static final Keys SINGLE = new Keys(Kind.SINGLE, List.of("main"));

    static Keys count(int instances) {
        return new Keys(
                Kind.COUNT,
                IntStream.range(0, instances).mapToObj(Integer::toString).toList());
    }

    static Keys forEach(String... names) {
        return new Keys(Kind.FOR_EACH, List.of(names).stream().sorted().toList());
    }

    int size() {
        return names.size();
    }

    /** The key as JSON, or nothing. */
    String json(int position) {
        return switch (kind) {
            case SINGLE -> "";
            case COUNT -> names.get(position);
            case FOR_EACH -> '"' + names.get(position) + '"';
        };
    }

    /** The key as in an address, or nothing. */
    String inAddress(int position) {
        return kind == Kind.SINGLE ? "" : '[' + json(position) + ']';
    }
}
