package io.databot.inmemory;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.RangeNotSatisfiableFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ByteRange;
import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.CopyOption;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.Options;
import io.databot.storage.ReadOption;
import io.databot.storage.SignRequest;
import io.databot.storage.SignedRequest;
import io.databot.storage.StorageFeature;
import io.databot.storage.StorageOption;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The storage port on the heap: ordered, versioned where a bucket is, with conditions and checksums as in the cloud.
 *
 * <p>Calls for one key take effect one after the other. Time is the injected clock's; nothing sleeps, and a
 * {@link io.databot.storage.Timeout} only matters to {@linkplain Faults injected delays}. An object has at most 2 GiB. An
 * MD5 is kept where one was given. There is nobody whom a signed URL could serve, so {@link StorageFeature#SIGN} is not
 * declared.
 *
 * <pre>{@code
 * StorageService storage = InMemoryStorage.builder().bucket("acme-test").build();
 * }</pre>
 */
public final class InMemoryStorage implements StorageService {

    private static final Set<StorageFeature> FEATURES =
            Set.of(StorageFeature.COMPOSE, StorageFeature.VERSIONS, StorageFeature.MD5);
    private static final int MAX_PARTS = 32;

    private final Store store;
    private volatile boolean closed;

    InMemoryStorage(Store store) {
        this.store = store;
    }

    /** A storage without buckets, on the system's clock, until more is said. */
    public static InMemoryStorageBuilder builder() {
        return new InMemoryStorageBuilder();
    }

    /** Another service over the same buckets, faults and counters; each is closed for itself. */
    public InMemoryStorage another() {
        return new InMemoryStorage(store);
    }

    /** What shall go wrong, and how often the store was called. */
    public Faults faults() {
        return store.faults();
    }

    /**
     * Lets one bit of a stored object turn over, so that reading it whole fails with
     * {@link io.databot.failure.CorruptedFailure}. Does nothing if there is no such object, or it is empty.
     */
    public void rot(ObjectRef object) {
        store.bucket(Call.on(StorageOperation.UPDATE, object), object.bucket()).rot(object.key());
    }

    @Override
    public Set<StorageFeature> features() {
        return FEATURES;
    }

    @Override
    public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
        return run(Call.on(StorageOperation.PUT, target), options, step -> {
            MemoryBucket bucket = step.bucket();
            Draft draft = Draft.of(step.call, ByteBuilder.read(step.call, content), step.options);
            return bucket.publish(step.call, target.key(), step.options, live -> draft)
                    .in(target.bucket());
        });
    }

    @Override
    public ObjectWriter writer(ObjectRef target, WriteOption... options) {
        return run(Call.on(StorageOperation.WRITER, target), options, step -> {
            step.bucket();
            Call commit = Call.on(StorageOperation.COMMIT, target);
            return new MemoryWriter(
                    commit,
                    () -> requireOpen(commit),
                    bytes -> run(commit, options, last -> {
                        Draft draft = Draft.of(commit, bytes, last.options);
                        return last.bucket()
                                .publish(commit, target.key(), last.options, live -> draft)
                                .in(target.bucket());
                    }));
        });
    }

    @Override
    public ObjectReader reader(ObjectRef source, ReadOption... options) {
        return run(Call.on(StorageOperation.READER, source), options, step -> {
            Revision found = step.bucket()
                    .find(step.call, source.key(), step.options)
                    .orElseThrow(() -> step.call.noObject(step.options));
            ByteRange.Slice window = window(step, found.bytes().length);
            byte[] bytes = step.fault instanceof Fault.Corrupt
                    ? Revision.flipped(found.bytes(), (int) window.offset())
                    : found.bytes();
            MemoryReader reader =
                    new MemoryReader(step.call, () -> requireOpen(step.call), found.in(source.bucket()), bytes, window);
            return step.fault instanceof Fault.Broken broken ? reader.breakingAfter(broken.after()) : reader;
        });
    }

    private static ByteRange.Slice window(Step step, long size) {
        try {
            return step.options.find(ByteRange.class).orElse(ByteRange.from(0)).within(size);
        } catch (RangeNotSatisfiableFailure e) {
            throw e.with(step.call.details(
                    "the range starts past the end, the object has " + size + " bytes",
                    e.details().remedy()));
        }
    }

    @Override
    public Optional<StoredObject> find(ObjectRef object, FindOption... options) {
        return run(
                Call.on(StorageOperation.FIND, object),
                options,
                step -> step.bucket()
                        .find(step.call, object.key(), step.options)
                        .map(found -> found.in(object.bucket())));
    }

    @Override
    public ListPage list(ListRequest request, CallOption... options) {
        Call call = Call.on(StorageOperation.LIST, request.bucket());
        return run(call, options, step -> Listing.page(call, step.bucket(), request, store.tokens()));
    }

    @Override
    public StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... options) {
        Call call = Call.on(StorageOperation.COPY, target);
        return run(call, options, step -> {
            Call reading = call.about(source);
            MemoryBucket to = step.bucket();
            Revision from = store.bucket(reading, source.bucket())
                    .named(source.key(), step.options)
                    .orElseThrow(() -> reading.noObject(step.options));
            Conditions.requireSource(reading, step.options, from);
            Draft draft = Draft.copyOf(from, step.options);
            return to.publish(call, target.key(), step.options, live -> draft).in(target.bucket());
        });
    }

    @Override
    public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options) {
        Call call = Call.on(StorageOperation.COMPOSE, target);
        requireOpen(call);
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw call.invalid(
                    "it joins 1 to " + MAX_PARTS + " objects, not " + parts.size(), "Join in several steps.");
        }
        return run(call, options, step -> {
            MemoryBucket bucket = step.bucket();
            ByteBuilder joined = new ByteBuilder(call, OptionalLong.empty());
            for (ObjectKey part : parts) {
                Call reading = call.about(new ObjectRef(target.bucket(), part));
                byte[] bytes = bucket.named(part, Options.of(new WriteOption[0]))
                        .orElseThrow(() -> reading.noObject(step.options))
                        .bytes();
                joined.add(bytes, 0, bytes.length);
            }
            Draft draft = Draft.of(call, joined.build(), step.options).withoutMd5();
            return bucket.publish(call, target.key(), step.options, live -> draft)
                    .in(target.bucket());
        });
    }

    @Override
    public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options) {
        return run(
                Call.on(StorageOperation.UPDATE, object),
                options,
                step -> step.bucket()
                        .update(step.call, object.key(), patch, step.options)
                        .in(object.bucket()));
    }

    @Override
    public boolean delete(ObjectRef object, DeleteOption... options) {
        return run(
                Call.on(StorageOperation.DELETE, object),
                options,
                step -> step.bucket().delete(step.call, object.key(), step.options));
    }

    @Override
    public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options) {
        Call call = Call.on(StorageOperation.DELETE_ALL, bucket);
        if (keys.isEmpty()) {
            requireOpen(call);
            return new DeleteReport(List.of(), List.of(), Map.of());
        }
        return run(call, options, step -> {
            MemoryBucket objects = step.bucket();
            List<ObjectKey> deleted = new ArrayList<>();
            List<ObjectKey> absent = new ArrayList<>();
            Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();
            for (ObjectKey key : new LinkedHashSet<>(keys)) {
                try {
                    store.faults().requireAllowed(step.call, new ObjectRef(bucket, key));
                    (objects.delete(step.call, key, step.options) ? deleted : absent).add(key);
                } catch (DatabotException e) {
                    failed.put(key, e);
                }
            }
            return new DeleteReport(deleted, absent, failed);
        });
    }

    @Override
    public SignedRequest sign(SignRequest request) {
        Call call = Call.on(StorageOperation.FIND, request.ref());
        requireOpen(call);
        throw new UnsupportedFailure(FailureDetails.of(
                "sign",
                call.uri(),
                "the storage in memory has no addresses to sign",
                "Ask features() for SIGN first, or use a backend that declares it."));
    }

    @Override
    public boolean probe(BucketName bucket, CallOption... options) {
        return run(Call.on(StorageOperation.PROBE, bucket), options, step -> store.has(bucket));
    }

    /** One call under way. */
    private record Step(Store store, Call call, Options options, Fault fault) {

        MemoryBucket bucket() {
            return store.bucket(call, call.bucket());
        }
    }

    private <T> T run(Call call, StorageOption[] given, Function<Step, T> work) {
        requireOpen(call);
        Options options = Options.of(given);
        Fault fault = store.faults().take(call);
        store.faults().before(fault, call, options);
        T result = work.apply(new Step(store, call, options, fault));
        Faults.after(fault, call);
        return result;
    }

    private void requireOpen(Call call) {
        if (closed) {
            throw call.closed();
        }
    }

    /** Later calls fail. The objects are gone with the last service over them. */
    @Override
    public void close() {
        closed = true;
    }
}
