package io.databot.gcp;

import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Objects;
import io.databot.storage.CommonPrefix;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.StoredObject;
import io.databot.storage.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists a page in one request. */
final class Listing {

    private static final String FIELDS = "nextPageToken,prefixes,items(" + StoredObjects.FIELDS + ")";

    /** Of one name, generations in their order; a name and a prefix never are the same. */
    private static final Comparator<ListEntry> ORDER = Comparator.<ListEntry, String>comparing(
                    ListEntry::name, Utf8::compare)
            .thenComparing(Listing::generation);

    private Listing() {}

    static ListPage page(Storage api, ListRequest request) throws IOException {
        Storage.Objects.List list = api.objects()
                .list(request.bucket().value())
                .setMaxResults((long) request.pageSize())
                .setFields(FIELDS);
        if (!request.prefix().isEmpty()) {
            list.setPrefix(request.prefix());
        }
        if (!request.delimiter().isEmpty()) {
            list.setDelimiter(request.delimiter());
        }
        request.startAfter().ifPresent(after -> list.setStartOffset(next(after)));
        request.pageToken().ifPresent(list::setPageToken);
        if (request.versions() == ListRequest.Versions.ALL) {
            list.setVersions(true);
        }
        return page(list.execute(), request);
    }

    /** The service lists from a text on, the port after it; nothing is between a text and itself with a NUL behind. */
    private static String next(String after) {
        String next = after + '\0';
        return Utf8.length(next) > io.databot.storage.ObjectKey.MAX_BYTES ? after : next;
    }

    /** The service puts all prefixes behind all objects; the port's order is one of both. */
    private static ListPage page(Objects reply, ListRequest request) {
        List<ListEntry> entries = new ArrayList<>();
        some(reply.getItems()).map(StoredObjects::read).forEach(entries::add);
        some(reply.getPrefixes()).map(CommonPrefix::new).forEach(entries::add);
        request.startAfter()
                .ifPresent(after -> entries.removeIf(
                        entry -> entry instanceof StoredObject && entry.name().equals(after)));
        entries.sort(ORDER);
        return new ListPage(
                entries, Optional.ofNullable(reply.getNextPageToken()).filter(token -> !token.isEmpty()));
    }

    private static <T> Stream<T> some(List<T> list) {
        return Optional.ofNullable(list).stream().flatMap(List::stream);
    }

    private static long generation(ListEntry entry) {
        return entry instanceof StoredObject object ? object.generation() : 0;
    }
}
