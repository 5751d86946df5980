package io.databot.resilience;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.CopyOption;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.StorageOption;
import io.databot.storage.StoredObject;
import io.databot.storage.Utf8;
import io.databot.storage.WriteOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Marks conditional writes so that, when a reply was lost, the writer recognizes its own object: a user entry with a
 * random value, which nobody sees who reads through the layers.
 */
final class WriteIds {

    /** The user entry that holds the mark. */
    static final String KEY = "databot-write-id";

    private final Optional<Supplier<String>> source;

    private WriteIds(Optional<Supplier<String>> source) {
        this.source = source;
    }

    static WriteIds from(Supplier<String> source) {
        return new WriteIds(Optional.of(source));
    }

    /** Marks nothing, still hides marks that others left. */
    static WriteIds none() {
        return new WriteIds(Optional.empty());
    }

    /** The options of a put or compose, with a mark among them if a condition guards it. */
    WriteOption[] mark(WriteOption[] options, Repeat repeat) {
        ObjectMetadata given = metadataIn(options).orElse(ObjectMetadata.none());
        return marked(given, repeat)
                .map(own -> CallOptions.<WriteOption>with(own, options, WriteOption[].class))
                .orElse(options);
    }

    /** The same of a copy that brings metadata of its own: the source's are not known here. */
    CopyOption[] mark(CopyOption[] options, Repeat repeat) {
        return metadataIn(options)
                .flatMap(given -> marked(given, repeat))
                .map(own -> CallOptions.<CopyOption>with(own, options, CopyOption[].class))
                .orElse(options);
    }

    private static Optional<ObjectMetadata> metadataIn(StorageOption[] options) {
        Optional<ObjectMetadata> given = CallOptions.find(options, ObjectMetadata.class);
        given.ifPresent(metadata -> requireNotReserved(metadata.user().keySet()));
        return given;
    }

    /** The mark among options. */
    static Optional<String> idIn(StorageOption[] options) {
        return CallOptions.find(options, ObjectMetadata.class).flatMap(WriteIds::idOf);
    }

    private Optional<ObjectMetadata> marked(ObjectMetadata metadata, Repeat repeat) {
        return source.filter(any -> repeat == Repeat.GUARDED)
                .map(Supplier::get)
                .filter(id -> fits(metadata, id))
                .map(id -> metadata.with(KEY, id));
    }

    private static boolean fits(ObjectMetadata metadata, String id) {
        int bytes = Utf8.length(KEY) + Utf8.length(id);
        for (Map.Entry<String, String> entry : metadata.user().entrySet()) {
            bytes += Utf8.length(entry.getKey()) + Utf8.length(entry.getValue());
        }
        return bytes <= ObjectMetadata.MAX_USER_BYTES;
    }

    /** @throws InvalidRequestFailure if the user means to set the mark */
    static void requireNotReserved(Collection<String> keys) {
        for (String key : keys) {
            if (key.equalsIgnoreCase(KEY)) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "set",
                        "user metadata " + key,
                        "Databot marks its conditional writes with this key",
                        "Choose another key."));
            }
        }
    }

    /** The mark of an object as the adapter gives it. */
    static Optional<String> idOf(StoredObject object) {
        return idOf(object.metadata());
    }

    private static Optional<String> idOf(ObjectMetadata metadata) {
        return Optional.ofNullable(metadata.user().get(KEY));
    }

    /** The object without its mark. */
    static StoredObject hidden(StoredObject object) {
        ObjectMetadata metadata = object.metadata();
        if (!metadata.user().containsKey(KEY)) {
            return object;
        }
        Map<String, String> user = new LinkedHashMap<>(metadata.user());
        user.remove(KEY);
        return object.withMetadata(metadata.withUser(user));
    }

    /** The page without marks. */
    static ListPage hiddenIn(ListPage page) {
        for (ListEntry entry : page.entries()) {
            if (entry instanceof StoredObject object && idOf(object).isPresent()) {
                List<ListEntry> entries = page.entries().stream()
                        .map(each -> each instanceof StoredObject marked ? hidden(marked) : each)
                        .toList();
                return new ListPage(entries, page.next());
            }
        }
        return page;
    }
}
