package io.databot.gcp.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param next after what the next page starts, absent on the last page
 */
record Listing(List<StoredObject> items, List<String> prefixes, Optional<Position> next) {

    /** Which generations are listed. */
    enum Scope {
        LIVE,
        ALL_VERSIONS
    }

    /** Whether an object whose name ends in its first delimiter is an item besides being a prefix. */
    enum Markers {
        PREFIXES,
        ITEMS_TOO
    }

    /** The last entry of a page: a prefix has generation {@link #PREFIX}. */
    record Position(String key, long generation) {
        static final long PREFIX = -1;

        boolean isPrefix() {
            return generation == PREFIX;
        }
    }

    /** What is asked for. */
    record Question(
            String prefix,
            Optional<String> delimiter,
            String start,
            Optional<String> end,
            Markers markers,
            Scope scope,
            int limit,
            Optional<Position> after) {

        String first() {
            String lowest = ObjectName.ORDER.compare(prefix, start) < 0 ? start : prefix;
            return after.map(Position::key)
                    .filter(key -> ObjectName.ORDER.compare(lowest, key) < 0)
                    .orElse(lowest);
        }

        boolean isPast(String name) {
            boolean beyondPrefix = !name.startsWith(prefix) && ObjectName.ORDER.compare(name, prefix) > 0;
            return beyondPrefix
                    || end.filter(last -> ObjectName.ORDER.compare(name, last) >= 0)
                            .isPresent();
        }

        /** The common prefix that stands for the name, if it has a delimiter after the prefix. */
        Optional<String> folder(String name) {
            return delimiter.flatMap(text -> {
                int at = name.indexOf(text, prefix.length());
                return at < 0 ? Optional.empty() : Optional.of(name.substring(0, at + text.length()));
            });
        }

        /** Whether an earlier page ended with this version, a later one, or the folder that it is in. */
        boolean isListed(StoredObject version) {
            if (after.isEmpty()) {
                return false;
            }
            Position last = after.get();
            if (last.isPrefix()) {
                return folder(version.name()).equals(Optional.of(last.key()));
            }
            return version.name().equals(last.key()) && version.generation() <= last.generation();
        }

        List<StoredObject> versions(Bucket.Versions all) {
            return scope == Scope.ALL_VERSIONS ? all.all() : all.live().stream().toList();
        }
    }

    static Listing of(NavigableMap<String, Bucket.Versions> objects, Question question) {
        Page page = new Page(question);
        for (Map.Entry<String, Bucket.Versions> entry :
                objects.tailMap(question.first(), true).entrySet()) {
            if (question.isPast(entry.getKey())) {
                break;
            }
            for (StoredObject version : question.versions(entry.getValue())) {
                if (!question.isListed(version) && !page.add(version)) {
                    return page.listing(page.last);
                }
            }
        }
        return page.listing(Optional.empty());
    }

    /** A page being filled. */
    private static final class Page {
        private final Question question;
        private final List<StoredObject> items = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();
        private Optional<Position> last = Optional.empty();

        Page(Question question) {
            this.question = question;
        }

        /** False if the page is full. */
        boolean add(StoredObject version) {
            Optional<String> folder = question.folder(version.name());
            boolean known = folder.isPresent() && last.equals(folder.map(Page::ending));
            if (known) {
                return true;
            }
            if (items.size() + prefixes.size() >= question.limit()) {
                return false;
            }
            if (folder.isPresent()) {
                addFolder(folder.get(), version);
            } else {
                items.add(version);
                last = Optional.of(new Position(version.name(), version.generation()));
            }
            return true;
        }

        Listing listing(Optional<Position> next) {
            return new Listing(List.copyOf(items), List.copyOf(prefixes), next);
        }

        private void addFolder(String folder, StoredObject version) {
            prefixes.add(folder);
            last = Optional.of(ending(folder));
            if (question.markers() == Markers.ITEMS_TOO && version.name().equals(folder)) {
                items.add(version);
            }
        }

        private static Position ending(String folder) {
            return new Position(folder, Position.PREFIX);
        }
    }
}
