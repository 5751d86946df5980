package io.databot.testkit;

import static io.databot.testkit.TinyStore.details;

import io.databot.failure.ClosedFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
import io.databot.storage.ByteRange;
import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.CopyOption;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.IfSourceGeneration;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.Md5;
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
import io.databot.storage.StorageOption;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The least service that keeps the contract: it declares no feature. Its faulty relatives override a method each. */
class TinyStorage implements StorageService {

    final TinyStore store;
    private volatile boolean closed;

    TinyStorage(TinyStore store) {
        this.store = store;
    }

    /** What every call begins with: the options are read, then the one request is counted. */
    final Options begin(Object resource, StorageOption... given) {
        Options options = Options.of(given);
        if (options.has(Md5.class)) {
            throw new UnsupportedFailure(details("put", resource, "MD5 is not checked here"));
        }
        requireOpen(resource);
        store.requests.incrementAndGet();
        return options;
    }

    final void requireOpen(Object resource) {
        if (closed) {
            throw new ClosedFailure(details("use", resource, "the service is closed"));
        }
    }

    private static UnsupportedFailure unsupported(String operation, Object resource) {
        return new UnsupportedFailure(details(operation, resource, "this store cannot do that"));
    }

    static NotFoundFailure missing(ObjectRef ref) {
        return new NotFoundFailure(details("read", ref, "there is no such object"));
    }

    @Override
    public Set<StorageFeature> features() {
        return Set.of();
    }

    @Override
    public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
        Options read = begin(target, options);
        byte[] bytes;
        try (InputStream source = content.open()) {
            bytes = source.readAllBytes();
        } catch (IOException e) {
            throw new InvalidRequestFailure(details("put", target, "the source cannot be read"), e);
        }
        if (content.length().orElse(bytes.length) != bytes.length) {
            throw new CorruptedFailure(details("put", target, "the length is not the declared one"));
        }
        return store.publish(target, bytes, read);
    }

    @Override
    public ObjectWriter writer(ObjectRef target, WriteOption... options) {
        return new TinyStreams.Writer(this, target, begin(target, options));
    }

    @Override
    public ObjectReader reader(ObjectRef source, ReadOption... options) {
        Options read = begin(source, options);
        TinyStore.Held held = held(source, read).orElseThrow(() -> missing(source));
        ByteRange.Slice window =
                read.find(ByteRange.class).orElse(ByteRange.from(0)).within(held.bytes().length);
        return new TinyStreams.Reader(this, held, window);
    }

    @Override
    public Optional<StoredObject> find(ObjectRef object, FindOption... options) {
        return held(object, begin(object, options)).map(TinyStore.Held::object);
    }

    private Optional<TinyStore.Held> held(ObjectRef ref, Options options) {
        Optional<TinyStore.Held> live = store.find(ref);
        live.ifPresent(found -> TinyStore.requireConditions(live, ref, options));
        return live.filter(found -> isNamed(found, options));
    }

    private static boolean isNamed(TinyStore.Held held, Options options) {
        long generation = held.object().generation();
        return options.find(AtGeneration.class).map(AtGeneration::generation).orElse(generation) == generation;
    }

    @Override
    public ListPage list(ListRequest request, CallOption... options) {
        if (request.versions() == ListRequest.Versions.ALL) {
            throw unsupported("list", request.bucket());
        }
        begin(request.bucket(), options);
        List<StoredObject> objects = store.objects(request.bucket()).values().stream()
                .map(TinyStore.Held::object)
                .toList();
        return new TinyListing(request).page(objects);
    }

    @Override
    public StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... options) {
        Options read = begin(source, options);
        synchronized (store) {
            store.objects(target.bucket());
            TinyStore.Held held =
                    store.find(source).filter(found -> isNamed(found, read)).orElseThrow(() -> missing(source));
            long generation = held.object().generation();
            if (read.find(IfSourceGeneration.class)
                    .filter(it -> it.generation() != generation)
                    .isPresent()) {
                throw new ConditionFailedFailure(details("copy", source, "it is of another generation"));
            }
            TinyStore.requireConditions(store.find(target), target, read);
            ObjectMetadata metadata =
                    read.find(ObjectMetadata.class).orElse(held.object().metadata());
            return store.publish(target, held.bytes(), Options.of(new WriteOption[] {metadata}));
        }
    }

    @Override
    public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options) {
        throw unsupported("compose", target);
    }

    @Override
    public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options) {
        Options read = begin(object, options);
        synchronized (store) {
            TinyStore.Held held = store.find(object).orElseThrow(() -> missing(object));
            TinyStore.requireConditions(Optional.of(held), object, read);
            return store.change(object, held, patch.applyTo(held.object().metadata()));
        }
    }

    @Override
    public boolean delete(ObjectRef object, DeleteOption... options) {
        Options read = begin(object, options);
        synchronized (store) {
            Optional<TinyStore.Held> live = store.find(object);
            TinyStore.requireConditions(live, object, read);
            return live.filter(held -> isNamed(held, read)).isPresent() && store.remove(object);
        }
    }

    @Override
    public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options) {
        if (keys.isEmpty()) {
            return new DeleteReport(List.of(), List.of(), Map.of());
        }
        begin(bucket, options);
        List<ObjectKey> deleted = new ArrayList<>();
        List<ObjectKey> absent = new ArrayList<>();
        for (ObjectKey key : new LinkedHashSet<>(keys)) {
            (store.remove(new ObjectRef(bucket, key)) ? deleted : absent).add(key);
        }
        return new DeleteReport(deleted, absent, Map.of());
    }

    @Override
    public SignedRequest sign(SignRequest request) {
        throw unsupported("sign", request.ref());
    }

    @Override
    public boolean probe(BucketName bucket, CallOption... options) {
        begin(bucket, options);
        return store.has(bucket);
    }

    @Override
    public void close() {
        closed = true;
    }
}
