package io.databot.testkit;

import static io.databot.testkit.TinyStore.details;

import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.CommonPrefix;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.StoredObject;
import io.databot.storage.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists by looking at everything. */
final class TinyListing {

    private static final String TOKEN = "after-";

    private final ListRequest request;
    private final Comparator<String> order;

    TinyListing(ListRequest request) {
        this(request, Utf8::compare);
    }

    TinyListing(ListRequest request, Comparator<String> order) {
        this.request = request;
        this.order = order;
    }

    ListPage page(List<StoredObject> objects) {
        Map<String, ListEntry> folded = new LinkedHashMap<>();
        objects.stream()
                .filter(object -> object.name().startsWith(request.prefix()))
                .filter(object -> request.startAfter()
                        .filter(start -> Utf8.compare(object.name(), start) <= 0)
                        .isEmpty())
                .map(this::fold)
                .forEach(entry -> folded.putIfAbsent(entry.getClass() + entry.name(), entry));
        Optional<String> last = request.pageToken().map(this::nameIn);
        List<ListEntry> entries = new ArrayList<>(folded.values().stream()
                .filter(entry -> last.isEmpty() || order.compare(entry.name(), last.get()) > 0)
                .toList());
        entries.sort(Comparator.comparing(ListEntry::name, order));
        if (entries.size() <= request.pageSize()) {
            return new ListPage(entries, Optional.empty());
        }
        List<ListEntry> page = entries.subList(0, request.pageSize());
        return new ListPage(page, Optional.of(tokenOf(page.get(page.size() - 1).name())));
    }

    private ListEntry fold(StoredObject object) {
        if (request.delimiter().isEmpty()) {
            return object;
        }
        int at = object.name().indexOf(request.delimiter(), request.prefix().length());
        return at < 0
                ? object
                : new CommonPrefix(
                        object.name().substring(0, at + request.delimiter().length()));
    }

    private static String tokenOf(String name) {
        return TOKEN + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    }

    private String nameIn(String token) {
        if (!token.startsWith(TOKEN)) {
            throw new InvalidRequestFailure(details("list", request.bucket(), "the page token is of another store"));
        }
        return new String(HexFormat.of().parseHex(token, TOKEN.length(), token.length()), StandardCharsets.UTF_8);
    }
}
