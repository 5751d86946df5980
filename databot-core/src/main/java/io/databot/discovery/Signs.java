package io.databot.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the words of some names say about the environment that a thing is of. A word of an environment may have a number
 * behind it: {@code dev2} is a sign, and not of {@code dev}.
 *
 * @param names the names, such as those of a resource and of its modules
 * @param environment the environment that is asked about
 */
record Signs(List<String> names, String environment) {

    /** Words that stand for an environment and hardly for anything else. */
    private static final Set<String> CLEAR = Set.of(
            "dev",
            "develop",
            "development",
            "tst",
            "qa",
            "uat",
            "stage",
            "staging",
            "stg",
            "preprod",
            "preproduction",
            "preprd",
            "prod",
            "production",
            "prd");

    /** Words that also have other uses, as in {@code dev-test-data} or {@code nonprod-dev}. */
    private static final Set<String> VAGUE = Set.of(
            "test",
            "testing",
            "integration",
            "nonprod",
            "nonproduction",
            "nonprd",
            "sandbox",
            "sbx",
            "preview",
            "demo");

    static Signs of(String environment, String... names) {
        return new Signs(Arrays.asList(names), environment);
    }

    /** Whether a name has the environment's own words. */
    boolean own() {
        return names.stream().anyMatch(this::isOwn);
    }

    /** Whether a name clearly has the word of another environment, beside this one's or not. */
    boolean clearlyOther() {
        return names.stream().anyMatch(name -> hasOther(name, CLEAR));
    }

    /** Whether a name that lacks this environment's words clearly has another's. */
    boolean overruled() {
        return names.stream().anyMatch(name -> !isOwn(name) && hasOther(name, CLEAR));
    }

    /** Whether a name has a word that may be another environment's. */
    boolean perhapsOther() {
        return names.stream().anyMatch(name -> hasOther(name, CLEAR) || hasOther(name, VAGUE));
    }

    private boolean isOwn(String name) {
        return Words.contains(name, environment);
    }

    private boolean hasOther(String name, Set<String> environments) {
        return Words.without(name, environment).stream()
                .flatMap(word -> Stream.of(word, word.replaceFirst("\\p{N}+$", "")))
                .anyMatch(environments::contains);
    }
}
