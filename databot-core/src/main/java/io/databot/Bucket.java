package io.databot;

import io.databot.failure.CorruptedFailure;
import io.databot.failure.FailureDetails;
import io.databot.storage.BucketName;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ContentOnly;
import io.databot.storage.CopyOption;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.ListEntry;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.ReadOption;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One bucket, as an application holds it: the storage port with a bucket's name filled in, and the comfort on top.
 *
 * <p>Making one does no I/O. What each call does when the object is missing, exists, or the call is repeated stands at the
 * port's method of the same meaning, {@link StorageService}; the same failures are thrown. Keys are plain strings checked
 * by {@link ObjectKey}. Thread-safe, and usable until the {@link Databot} it came from, or the port, is closed.
 */
public final class Bucket {

    private final StorageService storage;
    private final BucketName name;

    private Bucket(StorageService storage, BucketName name) {
        this.storage = Objects.requireNonNull(storage, "storage");
        this.name = Objects.requireNonNull(name, "name");
    }

    /** A bucket of a port, for those who wire by hand. */
    public static Bucket of(StorageService storage, BucketName name) {
        return new Bucket(storage, name);
    }

    public BucketName name() {
        return name;
    }

    /** Whether the bucket exists and may be listed; see {@link StorageService#probe}. */
    public boolean exists() {
        return storage.probe(name);
    }

    /**
     * Writes a file's content. Without an explicit content type one is guessed from the key, then from the file's first
     * bytes.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the path is not a regular file
     */
    public StoredObject upload(Path file, String key, WriteOption... options) {
        Content content = Content.file(file);
        return storage.put(ref(key), content, Types.guessed(key, () -> LocalFiles.start(file), options));
    }

    /** Writes content that can be opened again. Without an explicit content type one is guessed from the key. */
    public StoredObject put(String key, Content content, WriteOption... options) {
        return storage.put(ref(key), content, Types.guessed(key, () -> new byte[0], options));
    }

    /** Writes bytes. Without an explicit content type one is guessed from the key, then from the bytes. */
    public StoredObject putBytes(String key, byte[] bytes, WriteOption... options) {
        return storage.put(ref(key), Content.of(bytes), Types.guessed(key, () -> bytes, options));
    }

    /** Writes text in UTF-8. Without an explicit content type one is guessed from the key, else {@code text/plain}. */
    public StoredObject putText(String key, String text, WriteOption... options) {
        return storage.put(ref(key), Content.text(text), Types.orElse(key, "text/plain; charset=utf-8", options));
    }

    /**
     * Writes a value as JSON, {@code application/json} unless said otherwise.
     *
     * @throws io.databot.failure.InvalidRequestFailure if Jackson cannot write it
     */
    public StoredObject putJson(String key, Object value, WriteOption... options) {
        return storage.put(ref(key), Content.of(Json.write(value)), Types.orElse(key, "application/json", options));
    }

    /** Begins to write bit by bit; nothing is visible until {@link ObjectWriter#commit()}. */
    public ObjectWriter writer(String key, WriteOption... options) {
        return storage.writer(ref(key), Types.guessed(key, () -> new byte[0], options));
    }

    /** Opens an object, or a range of it, for reading. */
    public ObjectReader reader(String key, ReadOption... options) {
        return storage.reader(ref(key), options);
    }

    /**
     * The whole content, or a range of it, in memory.
     *
     * @throws io.databot.failure.InvalidRequestFailure if it is larger than an array can be
     */
    public byte[] bytes(String key, ReadOption... options) {
        try (ObjectReader reader = reader(key, contentOnly(options))) {
            return Whole.of(ref(key), reader);
        }
    }

    /** The whole content as UTF-8. */
    public String text(String key, ReadOption... options) {
        return new String(bytes(key, options), StandardCharsets.UTF_8);
    }

    /**
     * The whole content as JSON.
     *
     * @throws CorruptedFailure if it is not JSON that fits the type
     */
    public <T> T json(String key, Class<T> type, ReadOption... options) {
        byte[] bytes = bytes(key, options);
        try {
            return Json.read(bytes, type);
        } catch (IOException e) {
            throw new CorruptedFailure(
                    FailureDetails.of(
                            "read JSON",
                            ref(key).toString(),
                            "the content is not JSON that fits " + type.getName(),
                            "Look at the object, or read it as text."),
                    e);
        }
    }

    /**
     * Downloads to a file: into a temporary file beside it, which takes its place when all is there. A file that is there
     * already stays as it was if anything fails.
     *
     * @return what was downloaded
     * @throws io.databot.failure.InvalidRequestFailure if the path is a directory, or the file cannot be written
     */
    public StoredObject download(String key, Path file, ReadOption... options) {
        LocalFiles.requireReplaceable(file);
        try (ObjectReader reader = reader(key, options)) {
            LocalFiles.replace(file, reader);
            return reader.object();
        }
    }

    /** Looks an object up; empty if there is none. */
    public Optional<StoredObject> find(String key, FindOption... options) {
        return storage.find(ref(key), options);
    }

    /** Whether there is an object with this key. */
    public boolean contains(String key) {
        return find(key).isPresent();
    }

    /** All objects, lazily. */
    public Listing<StoredObject> list() {
        return list("");
    }

    /** All objects whose key begins with this text, lazily; the text need not end at a slash. */
    public Listing<StoredObject> list(String prefix) {
        return new Listing<>(storage::list, ListRequest.of(name).withPrefix(prefix), StoredObject.class);
    }

    /** One level below a prefix: objects, and the prefixes that hold more, as a file browser shows them; lazily. */
    public Listing<ListEntry> browse(String prefix) {
        ListRequest request = ListRequest.of(name).withPrefix(prefix).withDelimiter("/");
        return new Listing<>(storage::list, request, ListEntry.class);
    }

    /** Copies within the bucket. */
    public StoredObject copy(String source, String target, CopyOption... options) {
        return storage.copy(ref(source), ref(target), options);
    }

    /** Copies into another bucket of the same provider. */
    public StoredObject copy(String source, Bucket other, String target, CopyOption... options) {
        return storage.copy(ref(source), other.ref(target), options);
    }

    /** Changes some metadata. */
    public StoredObject update(String key, MetadataPatch patch, UpdateOption... options) {
        return storage.update(ref(key), patch, options);
    }

    /** Deletes an object; {@code false} if there was none. */
    public boolean delete(String key, DeleteOption... options) {
        return storage.delete(ref(key), options);
    }

    /** Deletes many objects; what failed is in the report. */
    public DeleteReport deleteAll(Collection<String> keys) {
        return storage.deleteAll(name, keys.stream().map(ObjectKey::of).toList());
    }

    /**
     * Deletes every object whose key begins with this text: {@code logs/} spares {@code logs-old/a}.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the text is empty; that would be everything
     */
    public DeleteReport deletePrefix(String prefix) {
        Deletion.requireText(prefix, name);
        return Deletion.of(storage, name, list(prefix));
    }

    /** Deletes every object of the bucket. */
    public DeleteReport deleteEverything() {
        return Deletion.of(storage, name, list());
    }

    /**
     * Moves within the bucket: copies, then deletes the very generation that was copied. If it fails in between, both
     * copies are there; if the source was overwritten in between, the new source stays.
     *
     * @throws io.databot.failure.ConditionFailedFailure if the source was overwritten meanwhile
     */
    public StoredObject move(String source, String target) {
        StoredObject found = storage.find(ref(source)).orElseThrow(() -> Deletion.missing("move", ref(source)));
        if (source.equals(target)) {
            return found;
        }
        StoredObject moved = storage.copy(ref(source), ref(target), Condition.ifSourceGeneration(found.generation()));
        storage.delete(ref(source), Condition.ifGeneration(found.generation()));
        return moved;
    }

    private static ReadOption[] contentOnly(ReadOption[] options) {
        return Stream.concat(
                        Arrays.stream(options).filter(option -> !(option instanceof ContentOnly)),
                        Stream.of(ContentOnly.contentOnly()))
                .toArray(ReadOption[]::new);
    }

    private ObjectRef ref(String key) {
        return new ObjectRef(name, ObjectKey.of(key));
    }

    @Override
    public String toString() {
        return name.value();
    }
}
