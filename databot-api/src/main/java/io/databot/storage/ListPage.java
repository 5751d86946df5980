package io.databot.storage;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param entries objects and common prefixes, merged in the order of UTF-8 bytes; there may be fewer than asked for, and
 *     none, although more pages follow
 * @param next the token of the next page; empty on the last
 */
public record ListPage(List<ListEntry> entries, Optional<String> next) {
    public ListPage {
        entries = List.copyOf(entries);
    }
}
