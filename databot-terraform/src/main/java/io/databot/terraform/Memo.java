package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what some queries found, in two places for each hash; a new answer takes the place of an old one. Thread-safe:
 * what is remembered never changes, and losing it costs only time. Not Caffeine, whose writes cost as much as a first
 * look-up.
 */
final class Memo {

    private static final int MAX_SIZE = 4_096;
    private static final int PLACES_FOR_EACH = 8;

    private final int size;
    private volatile @Nullable Answer @Nullable [] places;

    /** What a query found. */
    record Answer(String query, Optional<StateValue> value) {}

    /** @param entries how many there may be; room for all of them, but not for more than some hundred */
    Memo(int entries) {
        int places = Math.min(MAX_SIZE / PLACES_FOR_EACH, Math.max(2, entries)) * PLACES_FOR_EACH;
        this.size = Integer.highestOneBit(places);
    }

    /** The answer, if it is remembered; otherwise null. */
    @Nullable
    Answer find(String query) {
        @Nullable Answer @Nullable [] known = places;
        if (known == null) {
            return null;
        }
        int place = place(query);
        Answer first = known[place];
        if (first != null && first.query.equals(query)) {
            return first;
        }
        Answer second = known[place + 1];
        return second != null && second.query.equals(query) ? second : null;
    }

    void remember(String query, Optional<StateValue> value) {
        @Nullable Answer @Nullable [] known = places;
        if (known == null) {
            known = new Answer[size];
            places = known;
        }
        int place = place(query);
        known[place + 1] = known[place];
        known[place] = new Answer(query, value);
    }

    /** The first of its two places. */
    private int place(String query) {
        int hash = query.hashCode() * 0x9e3779b9;
        return (hash >>> 16) & (size - 2);
    }
}
