package io.databot.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An object as the store knew it at one moment. It does not change when the object does.
 *
 * @param ref where it is
 * @param size its content's length in bytes
 * @param generation the number of its content: every write gives a new, larger one
 * @param metageneration the number of its metadata: 1 on every write, one more on every update
 * @param crc32c the content's CRC32C
 * @param md5 the content's MD5, where the store has it
 * @param metadata headers and user entries
 * @param created when this generation was written
 * @param updated when its metadata was last changed; equal to {@code created} at first
 * @param etag an opaque text that changes when content or metadata do
 * @param storageClass the provider's name for how it is kept, such as {@code STANDARD}
 * @param deleted when it ceased to be the live object; empty for a live one
 */
public record StoredObject(
        ObjectRef ref,
        long size,
        long generation,
        long metageneration,
        Crc32c crc32c,
        Optional<Md5> md5,
        ObjectMetadata metadata,
        Instant created,
        Instant updated,
        String etag,
        Optional<String> storageClass,
        Optional<Instant> deleted)
        implements ListEntry {

    public StoredObject {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(crc32c, "crc32c");
        Objects.requireNonNull(md5, "md5");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(storageClass, "storageClass");
        Objects.requireNonNull(deleted, "deleted");
    }

    /** The object's key. */
    public ObjectKey key() {
        return ref.key();
    }

    @Override
    public String name() {
        return ref.key().value();
    }

    /** The same object with other metadata, as a layer that hides or adds entries shows it. */
    public StoredObject withMetadata(ObjectMetadata other) {
        return new StoredObject(
                ref,
                size,
                generation,
                metageneration,
                crc32c,
                md5,
                other,
                created,
                updated,
                etag,
                storageClass,
                deleted);
    }

    /** One line for people: where, how large, which generation. */
    @Override
    public String toString() {
        return ref + " (" + size + " bytes, generation " + generation + ")";
    }
}
