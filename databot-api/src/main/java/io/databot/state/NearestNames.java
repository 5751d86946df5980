package io.databot.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Says which of the names that exist come nearest to one that does not. */
public final class NearestNames {

    private static final int SHOWN = 3;
    private static final int COMPARED = 200;

    private NearestNames() {}

    /** One sentence for a failure's remedy: the nearest names, or that there are none. */
    public static String suggestion(String wanted, Collection<String> names) {
        if (names.isEmpty()) {
            return "There is nothing to choose from.";
        }
        List<String> nearest = names.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(shortened(wanted), shortened(name))))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(SHOWN)
                .map(Candidate::name)
                .toList();
        return "Nearest: " + String.join(", ", nearest) + ".";
    }

    private record Candidate(String name, int distance) {}

    private static String shortened(String text) {
        return text.length() <= COMPARED ? text : text.substring(0, COMPARED);
    }

    /** The least number of single-character edits (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
