package io.databot.gcp.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One generation of an object.
 *
 * @param deleted when it became noncurrent, absent while it is the live one
 */
record StoredObject(
        String bucket,
        String name,
        long generation,
        long metageneration,
        Instant created,
        Instant updated,
        Optional<Instant> deleted,
        Draft draft) {

    /**
     * What a writer provides: everything but the names, numbers and times that the server gives.
     *
     * @param components how many parts a composed object was made of, else 0
     */
    record Draft(Bytes content, Checksums checksums, Attributes attributes, int components) {
        static Draft of(Bytes content, Attributes attributes) {
            return new Draft(content, Checksums.of(content), attributes, 0);
        }

        Draft with(Attributes other) {
            return new Draft(content, checksums, other, components);
        }
    }

    Bytes content() {
        return draft.content();
    }

    Attributes attributes() {
        return draft.attributes();
    }

    String etag() {
        String seed = generation + "/" + metageneration;
        return Base64.getEncoder().encodeToString(seed.getBytes(StandardCharsets.UTF_8));
    }

    StoredObject withAttributes(Attributes other, Instant now) {
        return new StoredObject(bucket, name, generation, metageneration + 1, created, now, deleted, draft.with(other));
    }

    StoredObject noncurrent(Instant now) {
        return new StoredObject(bucket, name, generation, metageneration, created, updated, Optional.of(now), draft);
    }
}
