package io.databot.storage;

import io.databot.failure.DatabotException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of each key of a {@link StorageService#deleteAll}; every key that was given is in exactly one place.
 *
 * @param deleted keys whose object is gone by this call
 * @param absent keys that had no object
 * @param failed keys whose object may still be there, with the reason
 */
public record DeleteReport(List<ObjectKey> deleted, List<ObjectKey> absent, Map<ObjectKey, DatabotException> failed) {

    public DeleteReport {
        deleted = List.copyOf(deleted);
        absent = List.copyOf(absent);
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    /** Whether no key failed. */
    public boolean complete() {
        return failed.isEmpty();
    }

    /** One line; the keys themselves are in the parts. */
    @Override
    public String toString() {
        return deleted.size() + " deleted, " + absent.size() + " absent, " + failed.size() + " failed";
    }
}
