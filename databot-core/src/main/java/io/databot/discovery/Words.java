package io.databot.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a name: {@code acme-dev_data.1} is acme, dev, data, 1. Never compares parts of words. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> NEGATING = Set.of("non", "pre");
    private static final Set<String> NEGATED = Set.of("prod", "production", "prd");

    private Words() {}

    /** In lower case; {@code non-prod} and {@code pre-prod} are one word, for they are not prod. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        BETWEEN.splitAsStream(name)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .forEach(word -> add(words, word));
        return words;
    }

    private static void add(List<String> words, String word) {
        int last = words.size() - 1;
        if (last >= 0 && NEGATED.contains(word) && NEGATING.contains(words.get(last))) {
            words.set(last, words.get(last) + word);
        } else {
            words.add(word);
        }
    }

    /** Whether the words of {@code wanted} stand in {@code name} side by side. */
    static boolean contains(String name, String wanted) {
        List<String> words = of(wanted);
        return !words.isEmpty() && Collections.indexOfSubList(of(name), words) >= 0;
    }

    /** The words of a name without those of another, wherever they stand side by side. */
    static List<String> without(String name, String other) {
        List<String> rest = of(name);
        List<String> words = of(other);
        int at = words.isEmpty() ? -1 : Collections.indexOfSubList(rest, words);
        while (at >= 0) {
            rest.subList(at, at + words.size()).clear();
            at = Collections.indexOfSubList(rest, words);
        }
        return rest;
    }

    /** Whether two names are the same but for case and what stands between their words. */
    static boolean same(String a, String b) {
        return of(a).equals(of(b));
    }
}
