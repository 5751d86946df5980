package io.databot.discovery;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Picks what goes by a name most plainly: a plainer way decides before a less plain one is looked at. */
final class Closest {

    private Closest() {}

    /**
     * @param ways the names that a thing goes by, the plainest first
     * @return those that go by the name in the plainest way that any of them does; first written exactly so, then but for
     *     case and what stands between words
     */
    static <T> List<T> of(List<T> things, String wanted, List<Function<T, Stream<String>>> ways) {
        List<BiPredicate<String, String>> comparisons = List.of(String::equals, Words::same);
        for (BiPredicate<String, String> comparison : comparisons) {
            for (Function<T, Stream<String>> way : ways) {
                List<T> found = things.stream()
                        .filter(thing -> way.apply(thing).anyMatch(name -> comparison.test(name, wanted)))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }
}
