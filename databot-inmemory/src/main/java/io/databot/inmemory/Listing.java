package io.databot.inmemory;

import io.databot.inmemory.MemoryBucket.Bound;
import io.databot.inmemory.PageTokens.Position;
import io.databot.storage.CommonPrefix;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.Utf8;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Walks one page. The walk begins at the page's first key and jumps over what a common prefix folds, so that a page costs
 * its entries and not what lies before, between or behind them.
 */
final class Listing {

    /** How many deleted objects a page of live ones passes by before it ends early. */
    private static final int MAX_PASSED = 2_000;

    private final MemoryBucket bucket;
    private final ListRequest request;
    private final PageTokens tokens;
    private final Optional<Position> resumed;
    private final List<ListEntry> entries = new ArrayList<>();
    private Optional<Position> last;
    private Optional<String> next = Optional.empty();
    private Iterator<Revision> walk = Collections.emptyIterator();
    private int passed;

    private Listing(MemoryBucket bucket, ListRequest request, PageTokens tokens, Optional<Position> resumed) {
        this.bucket = bucket;
        this.request = request;
        this.tokens = tokens;
        this.resumed = resumed;
        this.last = resumed;
    }

    static ListPage page(Call call, MemoryBucket bucket, ListRequest request, PageTokens tokens) {
        Optional<Position> resumed = request.pageToken().map(token -> tokens.read(call, request, token));
        return new Listing(bucket, request, tokens, resumed).page();
    }

    private ListPage page() {
        begin();
        while (next.isEmpty() && walk.hasNext()) {
            Revision head = walk.next();
            String name = head.key().value();
            if (!name.startsWith(request.prefix())) {
                break;
            }
            if (request.versions() == ListRequest.Versions.LIVE && !head.live()) {
                pass(name);
            } else {
                list(head, name);
            }
        }
        return new ListPage(entries, next);
    }

    private void begin() {
        if (resumed.isPresent()) {
            resume(resumed.get());
            return;
        }
        Optional<String> start = request.startAfter().filter(text -> Utf8.compare(text, request.prefix()) >= 0);
        walk = start.map(text -> bucket.from(text, Bound.EXCLUSIVE))
                .orElseGet(() -> bucket.from(request.prefix(), Bound.INCLUSIVE));
    }

    private void resume(Position position) {
        if (position instanceof Position.Below) {
            jumpOver(position.name());
        } else {
            boolean within = position instanceof Position.Generation;
            walk = bucket.from(position.name(), within ? Bound.INCLUSIVE : Bound.EXCLUSIVE);
        }
    }

    private void jumpOver(String prefix) {
        walk = behind(prefix).map(text -> bucket.from(text, Bound.INCLUSIVE)).orElseGet(Collections::emptyIterator);
    }

    private void pass(String name) {
        last = Optional.of(new Position.Key(name));
        passed++;
        if (passed >= MAX_PASSED) {
            endPage();
        }
    }

    private void list(Revision head, String name) {
        Optional<String> folded = folded(name);
        if (folded.isPresent()) {
            if (add(new CommonPrefix(folded.get()), new Position.Below(folded.get()))) {
                jumpOver(folded.get());
            }
        } else if (request.versions() == ListRequest.Versions.LIVE) {
            add(head.in(bucket.name()), new Position.Key(name));
        } else {
            listGenerations(head, name);
        }
    }

    private void listGenerations(Revision head, String name) {
        long behind = resumed.filter(at -> at.name().equals(name))
                .map(at -> at instanceof Position.Generation named ? named.generation() : 0L)
                .orElse(0L);
        for (Revision revision : head.oldestFirst()) {
            if (revision.generation() > behind
                    && !add(revision.in(bucket.name()), new Position.Generation(name, revision.generation()))) {
                return;
            }
        }
    }

    /** Adds an entry; {@code false} if the page was full already, so that it ends before this one. */
    private boolean add(ListEntry entry, Position position) {
        if (entries.size() == request.pageSize()) {
            endPage();
            return false;
        }
        entries.add(entry);
        last = Optional.of(position);
        return true;
    }

    private void endPage() {
        next = last.map(position -> tokens.write(request, position));
    }

    /** The common prefix that stands for a key, if one does. */
    private Optional<String> folded(String name) {
        String delimiter = request.delimiter();
        if (delimiter.isEmpty()) {
            return Optional.empty();
        }
        int at = name.indexOf(delimiter, request.prefix().length());
        return at < 0 ? Optional.empty() : Optional.of(name.substring(0, at + delimiter.length()));
    }

    /** The first text behind all that begin with this one: its last character that has a successor, raised by one. */
    static Optional<String> behind(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int point = prefix.codePointBefore(end);
            end -= Character.charCount(point);
            if (point < Character.MAX_CODE_POINT) {
                int raised = point + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : point + 1;
                return Optional.of(prefix.substring(0, end) + Character.toString(raised));
            }
        }
        return Optional.empty();
    }
}
