package io.databot.discovery;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a name: {@code acme-dev_data.1} is acme, dev, data, 1. Never compares parts of words. */
final class Words {

    /** Names that environments commonly have; as a word of a name each is a sign of that environment. */
    private static final Set<String> ENVIRONMENTS = Set.of(
            "dev",
            "develop",
            "development",
            "test",
            "testing",
            "tst",
            "qa",
            "uat",
            "integration",
            "stage",
            "staging",
            "stg",
            "preprod",
            "nonprod",
            "prod",
            "production",
            "prd",
            "sandbox",
            "sbx",
            "preview",
            "demo");

    private Words() {}

    static List<String> of(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[-_.@]"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the words of {@code wanted} stand in {@code name} side by side. */
    static boolean contains(String name, String wanted) {
        List<String> words = of(wanted);
        return !words.isEmpty() && Collections.indexOfSubList(of(name), words) >= 0;
    }

    /** Whether the name has the word of a common environment other than this one, and not this one's. */
    static boolean namesAnother(String name, String environment) {
        return !contains(name, environment) && of(name).stream().anyMatch(ENVIRONMENTS::contains);
    }

    /** Whether two names are the same but for case and {@code - _ .}. */
    static boolean same(String a, String b) {
        return of(a).equals(of(b));
    }
}
