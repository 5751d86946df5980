package io.databot;

import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ByteRange;
import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.CopyOption;
import io.databot.storage.Crc32c;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfSourceGeneration;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.Options;
import io.databot.storage.ReadOption;
import io.databot.storage.SignRequest;
import io.databot.storage.SignedRequest;
import io.databot.storage.StorageFeature;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Just enough of a storage port for the tests of {@link Bucket}: one sorted map, and a count of what was asked. */
final class SortedStorage implements StorageService {

    private static final class Stored {

        private final StoredObject object;
        private final byte[] bytes;

        Stored(StoredObject object, byte[] bytes) {
            this.object = object;
            this.bytes = bytes;
        }

        StoredObject object() {
            return object;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private final TreeMap<ObjectKey, Stored> objects = new TreeMap<>();
    private final int pageSize;
    private long generation = 100;

    int listRequests;
    int readRequests;
    final List<Integer> deleteBatches = new ArrayList<>();

    /** After how many bytes of a read the connection breaks. */
    int breaksAfter = Integer.MAX_VALUE;

    /** After how many bytes a reader ends, whatever the object's size. */
    int endsAfter = Integer.MAX_VALUE;

    /** What happens to a copy's source right after it was copied. */
    Runnable afterCopy = () -> {};

    Runnable onClose = () -> {};

    SortedStorage() {
        this(ListRequest.MAX_PAGE);
    }

    SortedStorage(int pageSize) {
        this.pageSize = pageSize;
    }

    @Override
    public Set<StorageFeature> features() {
        return Set.of();
    }

    @Override
    public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
        try (InputStream in = content.open()) {
            return store(target, in.readAllBytes(), Options.of(options).metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredObject store(ObjectRef target, byte[] bytes, ObjectMetadata metadata) {
        StoredObject object = new StoredObject(
                target,
                bytes.length,
                ++generation,
                1,
                Crc32c.of(bytes),
                Optional.empty(),
                metadata,
                Instant.EPOCH,
                Instant.EPOCH,
                "etag",
                Optional.empty(),
                Optional.empty());
        objects.put(target.key(), new Stored(object, bytes));
        return object;
    }

    @Override
    public ObjectReader reader(ObjectRef source, ReadOption... options) {
        readRequests++;
        Stored stored = required(source);
        ByteRange.Slice window = Options.of(options)
                .find(ByteRange.class)
                .orElse(ByteRange.from(0))
                .within(stored.bytes().length);
        return new Reader(stored, window);
    }

    private Stored required(ObjectRef ref) {
        Stored stored = objects.get(ref.key());
        if (stored == null) {
            throw new NotFoundFailure(FailureDetails.of("read", ref.toString(), "there is no such object", ""));
        }
        return stored;
    }

    private final class Reader extends ObjectReader {

        private final Stored stored;
        private final ByteRange.Slice window;
        private long position;

        Reader(Stored stored, ByteRange.Slice window) {
            this.stored = stored;
            this.window = window;
            this.position = window.offset();
        }

        @Override
        public StoredObject object() {
            return stored.object();
        }

        @Override
        public long generation() {
            return object().generation();
        }

        @Override
        public long start() {
            return window.offset();
        }

        @Override
        public long end() {
            return window.end();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void seek(long target) {
            position = target;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position >= breaksAfter) {
                throw new UnavailableFailure(FailureDetails.of("read", "here", "the connection broke", ""));
            }
            long limit = Math.min(window.end(), endsAfter);
            if (position >= limit) {
                return -1;
            }
            // Few bytes at a time, as a network gives them.
            int count = (int) Math.min(Math.min(length, 7), limit - position);
            System.arraycopy(stored.bytes(), (int) position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public void close() {}
    }

    @Override
    public Optional<StoredObject> find(ObjectRef object, FindOption... options) {
        return Optional.ofNullable(objects.get(object.key())).map(Stored::object);
    }

    @Override
    public ListPage list(ListRequest request, CallOption... options) {
        listRequests++;
        List<ListEntry> entries = objects.values().stream()
                .<ListEntry>map(Stored::object)
                .filter(entry -> entry.name().startsWith(request.prefix()))
                .filter(entry -> request.pageToken()
                        .map(last -> entry.name().compareTo(last) > 0)
                        .orElse(true))
                .limit(Math.min(pageSize, request.pageSize()) + 1L)
                .toList();
        if (entries.size() <= pageSize) {
            return new ListPage(entries, Optional.empty());
        }
        List<ListEntry> page = entries.subList(0, pageSize);
        return new ListPage(page, Optional.of(page.get(pageSize - 1).name()));
    }

    @Override
    public StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... options) {
        Stored stored = required(source);
        Options.of(options)
                .find(IfSourceGeneration.class)
                .ifPresent(condition -> require(condition.generation(), stored));
        StoredObject copied = store(target, stored.bytes(), stored.object().metadata());
        afterCopy.run();
        return copied;
    }

    private static void require(long wanted, Stored stored) {
        if (stored.object().generation() != wanted) {
            throw new ConditionFailedFailure(
                    FailureDetails.of("change", stored.object().ref().toString(), "it is of another generation", ""));
        }
    }

    @Override
    public boolean delete(ObjectRef object, DeleteOption... options) {
        Stored stored = objects.get(object.key());
        if (stored != null) {
            Options.of(options)
                    .find(IfGeneration.class)
                    .ifPresent(condition -> require(condition.generation(), stored));
        }
        return objects.remove(object.key()) != null;
    }

    @Override
    public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options) {
        deleteBatches.add(keys.size());
        List<ObjectKey> deleted = new ArrayList<>();
        List<ObjectKey> absent = new ArrayList<>();
        keys.forEach(key -> (objects.remove(key) == null ? absent : deleted).add(key));
        return new DeleteReport(deleted, absent, java.util.Map.of());
    }

    @Override
    public boolean probe(BucketName bucket, CallOption... options) {
        return true;
    }

    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public ObjectWriter writer(ObjectRef target, WriteOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignedRequest sign(SignRequest request) {
        throw new UnsupportedOperationException();
    }
}
