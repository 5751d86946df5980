package io.databot.gcp;

import com.google.api.gax.paging.Page;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import io.databot.storage.CommonPrefix;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.StoredObject;
import io.databot.storage.Utf8;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists a page in one request. */
final class Listing {

    /** Of one name, generations in their order; a name and a prefix never are the same. */
    private static final Comparator<ListEntry> ORDER = Comparator.<ListEntry, String>comparing(
                    ListEntry::name, Utf8::compare)
            .thenComparing(Listing::generation);

    private Listing() {}

    static ListPage page(Storage client, ListRequest request) {
        List<BlobListOption> options = new ArrayList<>();
        options.add(BlobListOption.pageSize(request.pageSize()));
        options.add(BlobListOption.fields(Blobs.fields()));
        if (!request.prefix().isEmpty()) {
            options.add(BlobListOption.prefix(request.prefix()));
        }
        if (!request.delimiter().isEmpty()) {
            options.add(BlobListOption.delimiter(request.delimiter()));
        }
        request.startAfter().ifPresent(after -> options.add(BlobListOption.startOffset(next(after))));
        request.pageToken().ifPresent(token -> options.add(BlobListOption.pageToken(token)));
        if (request.versions() == ListRequest.Versions.ALL) {
            options.add(BlobListOption.versions(true));
        }
        return page(client.list(request.bucket().value(), options.toArray(BlobListOption[]::new)), request);
    }

    /** The service lists from a text on, the port after it; nothing is between a text and itself with a NUL behind. */
    private static String next(String after) {
        String next = after + '\0';
        return Utf8.length(next) > ObjectKey.MAX_BYTES ? after : next;
    }

    /** The service puts all prefixes behind all objects; the port's order is one of both. */
    private static ListPage page(Page<Blob> reply, ListRequest request) {
        List<ListEntry> entries = new ArrayList<>();
        reply.getValues()
                .forEach(blob -> entries.add(blob.isDirectory() ? new CommonPrefix(blob.getName()) : Blobs.read(blob)));
        request.startAfter()
                .ifPresent(after -> entries.removeIf(
                        entry -> entry instanceof StoredObject && entry.name().equals(after)));
        entries.sort(ORDER);
        return new ListPage(
                entries, Optional.ofNullable(reply.getNextPageToken()).filter(token -> !token.isEmpty()));
    }

    private static long generation(ListEntry entry) {
        return entry instanceof StoredObject object ? object.generation() : 0;
    }
}
