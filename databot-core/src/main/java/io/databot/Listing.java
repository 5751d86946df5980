package io.databot;

import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A listing that asks for a page when its entries are needed, and for no more. Every {@link #iterator()} and
 * {@link #stream()} begins anew. There is nothing to close: a listing that is left early asks for no further page.
 *
 * @param <E> what is listed
 */
public final class Listing<E extends ListEntry> implements Iterable<E> {

    private final Function<ListRequest, ListPage> pages;
    private final ListRequest first;
    private final Class<E> type;

    Listing(Function<ListRequest, ListPage> pages, ListRequest first, Class<E> type) {
        this.pages = pages;
        this.first = first;
        this.type = type;
    }

    @Override
    public Iterator<E> iterator() {
        return new Walk();
    }

    /** The entries in the order of UTF-8 bytes; sequential and lazy. */
    public Stream<E> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private final class Walk implements Iterator<E> {

        private Optional<ListRequest> next = Optional.of(first);
        private Iterator<ListEntry> page = java.util.Collections.emptyIterator();

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && next.isPresent()) {
                ListPage fetched = pages.apply(next.get());
                page = fetched.entries().iterator();
                next = fetched.next().map(first::withPageToken);
            }
            return page.hasNext();
        }

        @Override
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return type.cast(page.next());
        }
    }
}
