package io.databot.inmemory;

import io.databot.storage.BucketName;
import io.databot.storage.Crc32c;
import io.databot.storage.Md5;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One generation of an object, and the chain of those before it. Immutable: a change makes a new one, which the bucket
 * swaps in. One flat object, because there are as many as objects.
 */
final class Revision {

    private static final String ETAG_DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int GENERATION_DIGITS = 13;
    private static final int ETAG_LENGTH = GENERATION_DIGITS + 7;
    private static final Optional<String> STORAGE_CLASS = Optional.of("STANDARD");

    private final ObjectKey key;
    private final byte[] bytes;
    private final int crc32c;
    private final Optional<Md5> md5;
    private final ObjectMetadata metadata;
    private final long generation;
    private final int metageneration;
    private final Instant created;
    private final Instant updated;
    private final Past past;

    /** When it ceased to be live, and the next older generation that is kept. */
    private record Past(Optional<Instant> deleted, Optional<Revision> older) {

        /** Shared by all live objects without history. */
        static final Past NONE = new Past(Optional.empty(), Optional.empty());

        static Past of(Optional<Instant> deleted, Optional<Revision> older) {
            return deleted.isEmpty() && older.isEmpty() ? NONE : new Past(deleted, older);
        }
    }

    /** A new live generation. */
    Revision(ObjectKey key, Draft draft, long generation, Instant created, Optional<Revision> older) {
        this.key = key;
        this.bytes = draft.bytes();
        this.crc32c = draft.crc32c();
        this.md5 = draft.md5();
        this.metadata = draft.metadata();
        this.generation = generation;
        this.metageneration = 1;
        this.created = created;
        this.updated = created;
        this.past = Past.of(Optional.empty(), older);
    }

    private Revision(Revision from, ObjectMetadata metadata, int metageneration, Instant updated, Past past) {
        this.key = from.key;
        this.bytes = from.bytes;
        this.crc32c = from.crc32c;
        this.md5 = from.md5;
        this.generation = from.generation;
        this.created = from.created;
        this.metadata = metadata;
        this.metageneration = metageneration;
        this.updated = updated;
        this.past = past;
    }

    private Revision(Revision from, byte[] bytes) {
        this.key = from.key;
        this.bytes = bytes;
        this.crc32c = from.crc32c;
        this.md5 = from.md5;
        this.metadata = from.metadata;
        this.generation = from.generation;
        this.metageneration = from.metageneration;
        this.created = from.created;
        this.updated = from.updated;
        this.past = from.past;
    }

    /** The same generation with other metadata. */
    Revision patched(ObjectMetadata other, Instant when) {
        return new Revision(this, other, metageneration + 1, when, past);
    }

    /** The same generation, no longer live. */
    Revision retired(Instant when) {
        return new Revision(this, metadata, metageneration, updated, Past.of(Optional.of(when), past.older));
    }

    /** The same generation with one bit of its content turned over, and the checksum that it had before. */
    Revision rotten() {
        return new Revision(this, flipped(bytes, 0));
    }

    /** A copy of these bytes in which one bit of the byte at this position is another. */
    static byte[] flipped(byte[] bytes, int position) {
        byte[] copy = bytes.clone();
        if (position < copy.length) {
            copy[position] ^= 1;
        }
        return copy;
    }

    /** The same generation with another history. */
    private Revision after(Optional<Revision> older) {
        return new Revision(this, metadata, metageneration, updated, Past.of(past.deleted, older));
    }

    /** The chain without one generation; empty if that was all. */
    Optional<Revision> without(long gone) {
        Optional<Revision> chain = Optional.empty();
        for (Revision each : oldestFirst()) {
            if (each.generation != gone) {
                chain = Optional.of(each.after(chain));
            }
        }
        return chain;
    }

    /** This and all older ones in the order of their numbers. */
    List<Revision> oldestFirst() {
        if (past.older.isEmpty()) {
            return List.of(this);
        }
        List<Revision> chain = new ArrayList<>();
        for (Optional<Revision> at = Optional.of(this); at.isPresent(); at = at.get().past.older) {
            chain.add(at.get());
        }
        Collections.reverse(chain);
        return chain;
    }

    /** The generation of this number, here or further down. */
    Optional<Revision> at(long number) {
        Optional<Revision> at = Optional.of(this);
        while (at.isPresent() && at.get().generation != number) {
            at = at.get().past.older;
        }
        return at;
    }

    boolean live() {
        return past.deleted.isEmpty();
    }

    Optional<Revision> older() {
        return past.older;
    }

    /** Time for a change of this object: now, but never before the last change. */
    Instant timeOfChange(Instant now) {
        Instant last = past.deleted.orElse(updated);
        return now.isBefore(last) ? last : now;
    }

    ObjectKey key() {
        return key;
    }

    byte[] bytes() {
        return bytes;
    }

    int crc32c() {
        return crc32c;
    }

    Optional<Md5> md5() {
        return md5;
    }

    ObjectMetadata metadata() {
        return metadata;
    }

    long generation() {
        return generation;
    }

    int metageneration() {
        return metageneration;
    }

    StoredObject in(BucketName bucket) {
        return new StoredObject(
                new ObjectRef(bucket, key),
                bytes.length,
                generation,
                metageneration,
                new Crc32c(crc32c),
                md5,
                metadata,
                created,
                updated,
                etag(),
                STORAGE_CLASS,
                past.deleted);
    }

    /** Written by hand because a page of a listing makes a thousand of them. */
    private String etag() {
        byte[] text = new byte[ETAG_LENGTH];
        long left = generation;
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ETAG_DIGITS.charAt((int) (left & 31));
            left = i == GENERATION_DIGITS - 1 ? metageneration : left >>> 5;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
