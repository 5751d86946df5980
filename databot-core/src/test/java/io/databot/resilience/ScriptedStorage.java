package io.databot.resilience;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.CopyOption;
import io.databot.storage.Crc32c;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfMetageneration;
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
import io.databot.storage.StorageOption;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Just enough of a store to lose replies with: objects, generations, conditions, and a step of the script per request. */
final class ScriptedStorage implements StorageService {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<ObjectRef, StoredObject> objects =
            new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
    private final Map<ObjectRef, byte[]> bytes = new HashMap<>();
    private final Deque<Step> script = new ArrayDeque<>();
    private final Deque<Map<ObjectKey, DatabotException>> keyFailures = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Options> options = new ArrayList<>();
    private Optional<ScriptedReader> reader = Optional.empty();
    private long generation;
    private boolean closed;

    /** What happens to the next requests; those after these work. */
    ScriptedStorage script(Step... steps) {
        script.addAll(List.of(steps));
        return this;
    }

    /** Keys that fail in the next deleteAll, though it is answered. */
    ScriptedStorage keysFail(Map<ObjectKey, DatabotException> failures) {
        keyFailures.add(failures);
        return this;
    }

    /** The names of all requests that arrived. */
    List<String> requests() {
        return requests;
    }

    /** The options of the n-th request. */
    Options options(int request) {
        return options.get(request);
    }

    /** The object as it is stored, beneath all layers. */
    StoredObject stored(ObjectRef ref) {
        return objects.get(ref);
    }

    /** Another client writes. */
    StoredObject write(ObjectRef ref, ObjectMetadata metadata) {
        return store(ref, new byte[] {7}, metadata);
    }

    /** Another client deletes. */
    void remove(ObjectRef ref) {
        objects.remove(ref);
    }

    /** Another client changes metadata. */
    StoredObject patch(ObjectRef ref, MetadataPatch patch) {
        StoredObject old = objects.get(ref);
        StoredObject changed = changed(old, patch.applyTo(old.metadata()));
        objects.put(ref, changed);
        return changed;
    }

    boolean closed() {
        return closed;
    }

    ScriptedReader reader() {
        return reader.orElseThrow();
    }

    private <T> T request(String name, StorageOption[] given, Supplier<T> act) {
        requests.add(name);
        options.add(Options.of(given));
        Step step = script.isEmpty() ? Step.ok() : script.remove();
        step.before().run();
        T result = act.get();
        step.after().run();
        return result;
    }

    private StoredObject store(ObjectRef ref, byte[] content, ObjectMetadata metadata) {
        ObjectMetadata whole = metadata.contentType().isPresent()
                ? metadata
                : metadata.withContentType(ObjectMetadata.DEFAULT_CONTENT_TYPE);
        StoredObject object = new StoredObject(
                ref,
                content.length,
                ++generation,
                1,
                Crc32c.of(content),
                Optional.empty(),
                whole,
                NOW,
                NOW,
                "etag",
                Optional.empty(),
                Optional.empty());
        objects.put(ref, object);
        bytes.put(ref, content);
        return object;
    }

    private static StoredObject changed(StoredObject old, ObjectMetadata metadata) {
        return new StoredObject(
                old.ref(),
                old.size(),
                old.generation(),
                old.metageneration() + 1,
                old.crc32c(),
                old.md5(),
                metadata,
                old.created(),
                old.updated(),
                old.etag(),
                old.storageClass(),
                old.deleted());
    }

    private void check(ObjectRef ref, StorageOption[] given) {
        Options asked = Options.of(given);
        Optional<StoredObject> live = Optional.ofNullable(objects.get(ref));
        if (asked.has(IfAbsent.class) && live.isPresent()) {
            throw new AlreadyExistsFailure(details(ref, "there is one"));
        }
        boolean holds = asked.find(IfGeneration.class)
                        .map(condition -> live.map(StoredObject::generation)
                                .filter(number -> number == condition.generation())
                                .isPresent())
                        .orElse(true)
                && asked.find(IfMetageneration.class)
                        .map(condition -> live.map(StoredObject::metageneration)
                                .filter(number -> number == condition.metageneration())
                                .isPresent())
                        .orElse(true);
        if (!holds) {
            throw new ConditionFailedFailure(details(ref, "the condition does not hold"));
        }
    }

    private static FailureDetails details(ObjectRef ref, String reason) {
        return FailureDetails.of("send", "store://" + ref, reason, "Read it again.");
    }

    @Override
    public Set<StorageFeature> features() {
        return Set.of(StorageFeature.COMPOSE);
    }

    @Override
    public StoredObject put(ObjectRef target, Content content, WriteOption... given) {
        return request("put", given, () -> {
            check(target, given);
            try (InputStream in = content.open()) {
                return store(target, in.readAllBytes(), Options.of(given).metadata());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public ObjectWriter writer(ObjectRef target, WriteOption... given) {
        return request("writer", given, () -> new ObjectWriter() {
            private final ByteArrayOutputStream written = new ByteArrayOutputStream();

            @Override
            public StoredObject commit() {
                return request("commit", new StorageOption[0], () -> {
                    check(target, given);
                    return store(
                            target, written.toByteArray(), Options.of(given).metadata());
                });
            }

            @Override
            public void write(byte[] some, int offset, int length) {
                written.write(some, offset, length);
            }

            @Override
            public void close() {
                requests.add("close writer");
            }
        });
    }

    @Override
    public ObjectReader reader(ObjectRef source, ReadOption... given) {
        return request("reader", given, () -> {
            ScriptedReader opened = new ScriptedReader(required(source), bytes.get(source), script);
            reader = Optional.of(opened);
            return opened;
        });
    }

    private StoredObject required(ObjectRef ref) {
        if (!objects.containsKey(ref)) {
            throw new NotFoundFailure(details(ref, "there is none"));
        }
        return objects.get(ref);
    }

    @Override
    public Optional<StoredObject> find(ObjectRef object, FindOption... given) {
        Optional<AtGeneration> named = Options.of(given).find(AtGeneration.class);
        return request(
                "find",
                given,
                () -> Optional.ofNullable(objects.get(object))
                        .filter(live -> named.map(at -> at.generation() == live.generation())
                                .orElse(true)));
    }

    @Override
    public ListPage list(ListRequest asked, CallOption... given) {
        return request("list", given, () -> {
            List<ListEntry> entries = new ArrayList<>(objects.values());
            return new ListPage(entries, Optional.empty());
        });
    }

    @Override
    public StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... given) {
        return request("copy", given, () -> {
            check(target, given);
            ObjectMetadata metadata = Options.of(given)
                    .find(ObjectMetadata.class)
                    .orElseGet(() -> required(source).metadata());
            return store(target, bytes.get(source), metadata);
        });
    }

    @Override
    public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... given) {
        return request("compose", given, () -> {
            check(target, given);
            return store(target, new byte[] {1}, Options.of(given).metadata());
        });
    }

    @Override
    public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... given) {
        return request("update", given, () -> {
            check(object, given);
            required(object);
            return patch(object, patch);
        });
    }

    @Override
    public boolean delete(ObjectRef object, DeleteOption... given) {
        Optional<AtGeneration> named = Options.of(given).find(AtGeneration.class);
        return request("delete", given, () -> {
            check(object, given);
            boolean there = Optional.ofNullable(objects.get(object))
                    .filter(live -> named.map(at -> at.generation() == live.generation())
                            .orElse(true))
                    .isPresent();
            if (there) {
                objects.remove(object);
            }
            return there;
        });
    }

    @Override
    public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... given) {
        return request("deleteAll " + keys, given, () -> {
            Map<ObjectKey, DatabotException> failures = keyFailures.isEmpty() ? Map.of() : keyFailures.remove();
            List<ObjectKey> deleted = new ArrayList<>();
            List<ObjectKey> absent = new ArrayList<>();
            Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();
            for (ObjectKey key : keys) {
                if (failures.containsKey(key)) {
                    failed.put(key, failures.get(key));
                } else {
                    (objects.remove(new ObjectRef(bucket, key)) == null ? absent : deleted).add(key);
                }
            }
            return new DeleteReport(deleted, absent, failed);
        });
    }

    @Override
    public SignedRequest sign(SignRequest asked) {
        return request(
                "sign",
                new StorageOption[0],
                () -> new SignedRequest(URI.create("https://example.com/a"), asked.method(), Map.of(), NOW));
    }

    @Override
    public boolean probe(BucketName bucket, CallOption... given) {
        return request("probe", given, () -> true);
    }

    @Override
    public void close() {
        closed = true;
    }
}
