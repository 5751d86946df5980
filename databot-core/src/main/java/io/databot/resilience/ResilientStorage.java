package io.databot.resilience;

import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
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
import io.databot.storage.ReadOption;
import io.databot.storage.SignRequest;
import io.databot.storage.SignedRequest;
import io.databot.storage.StorageFeature;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.Timeout;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A storage service behind the layers: says of each call what it is and whether it may be repeated. */
final class ResilientStorage implements StorageService {

    /** A put is given a second for each of these, so that a slow line does not look like a dead one. */
    private static final long BYTES_PER_SECOND = 1 << 20;

    private static final long SECOND = 1_000_000_000;
    private static final long LONGEST = Nanos.MOST / SECOND;

    private final StorageService port;
    private final CallPolicy policy;
    private final CallPolicy observing;
    private final RepeatRule rule;
    private final WriteIds ids;

    /** @param observing for what the adapter repeats by itself */
    ResilientStorage(StorageService port, CallPolicy policy, CallPolicy observing, RepeatRule rule, WriteIds ids) {
        this.port = port;
        this.policy = policy;
        this.observing = observing;
        this.rule = rule;
        this.ids = ids;
    }

    @Override
    public Set<StorageFeature> features() {
        return port.features();
    }

    @Override
    public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
        Repeat repeat = CallOptions.ofWrite(options);
        WriteOption[] marked = ids.mark(options, repeat);
        Call call = Call.of(Action.PUT, target, repeat, CallOptions.timeout(options))
                .allowing(allowance(content));
        return WriteIds.hidden(policy.call(
                call,
                timeout -> call.refusal().isPresent()
                        ? LostReplies.written(call, marked, look(target, timeout))
                        : port.put(target, content, CallOptions.with(timeout, marked, WriteOption[].class))));
    }

    private static long allowance(Content content) {
        OptionalLong length = content.length();
        return length.isPresent() ? Math.min(length.getAsLong() / BYTES_PER_SECOND, LONGEST) * SECOND : Nanos.MOST;
    }

    private Optional<StoredObject> look(ObjectRef object, Timeout timeout) {
        return port.find(object, timeout);
    }

    /** The options go through as they are: a writer lives longer than the call that opens it. */
    @Override
    public ObjectWriter writer(ObjectRef target, WriteOption... options) {
        Call call = Call.of(Action.WRITER, target, Repeat.SAFE, CallOptions.timeout(options));
        return new ObservedWriter(policy.call(call, timeout -> port.writer(target, options)), target, observing);
    }

    @Override
    public ObjectReader reader(ObjectRef source, ReadOption... options) {
        Call call = Call.of(Action.READER, source, Repeat.SAFE, CallOptions.timeout(options));
        return new ResumingReader(
                policy.call(
                        call, timeout -> port.reader(source, CallOptions.with(timeout, options, ReadOption[].class))),
                source,
                policy);
    }

    @Override
    public Optional<StoredObject> find(ObjectRef object, FindOption... options) {
        Call call = Call.of(Action.FIND, object, Repeat.SAFE, CallOptions.timeout(options));
        return policy.call(call, timeout -> port.find(object, CallOptions.with(timeout, options, FindOption[].class)))
                .map(WriteIds::hidden);
    }

    @Override
    public ListPage list(ListRequest request, CallOption... options) {
        Call call = Call.of(Action.LIST, request.bucket(), Repeat.SAFE, CallOptions.timeout(options));
        return WriteIds.hiddenIn(policy.call(
                call, timeout -> port.list(request, CallOptions.with(timeout, options, CallOption[].class))));
    }

    @Override
    public StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... options) {
        Repeat repeat = CallOptions.ofWrite(options);
        CopyOption[] marked = ids.mark(options, repeat);
        Call call = Call.of(Action.COPY, target, repeat, CallOptions.timeout(options));
        return WriteIds.hidden(policy.call(
                call,
                timeout -> call.refusal().isPresent()
                        ? LostReplies.written(call, marked, look(target, timeout))
                        : port.copy(source, target, CallOptions.with(timeout, marked, CopyOption[].class))));
    }

    @Override
    public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options) {
        Repeat repeat = CallOptions.ofWrite(options);
        WriteOption[] marked = ids.mark(options, repeat);
        Call call = Call.of(Action.COMPOSE, target, repeat, CallOptions.timeout(options));
        return WriteIds.hidden(policy.call(
                call,
                timeout -> call.refusal().isPresent()
                        ? LostReplies.written(call, marked, look(target, timeout))
                        : port.compose(target, parts, CallOptions.with(timeout, marked, WriteOption[].class))));
    }

    @Override
    public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options) {
        WriteIds.requireNotReserved(patch.user().keySet());
        Call call = Call.of(Action.UPDATE, object, CallOptions.ofUpdate(options), CallOptions.timeout(options));
        return WriteIds.hidden(policy.call(
                call,
                timeout -> call.refusal().isPresent()
                        ? LostReplies.updated(call, options, patch, look(object, timeout))
                        : port.update(object, patch, CallOptions.with(timeout, options, UpdateOption[].class))));
    }

    /** An object that is gone after an attempt whose reply was lost counts as deleted by this call. */
    @Override
    public boolean delete(ObjectRef object, DeleteOption... options) {
        Call call = Call.of(Action.DELETE, object, CallOptions.ofDelete(options), CallOptions.timeout(options));
        return policy.call(
                call,
                timeout -> call.refusal().isPresent()
                        ? LostReplies.deleted(call, options, lookAt(object, options, timeout))
                        : port.delete(object, CallOptions.with(timeout, options, DeleteOption[].class)) || call.lost());
    }

    private Optional<StoredObject> lookAt(ObjectRef object, DeleteOption[] options, Timeout timeout) {
        Optional<AtGeneration> named = CallOptions.find(options, AtGeneration.class);
        return named.isPresent() ? port.find(object, named.get(), timeout) : look(object, timeout);
    }

    @Override
    public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options) {
        Call call = Call.of(Action.DELETE_ALL, bucket, Repeat.UNGUARDED, CallOptions.timeout(options));
        return new BulkDelete(port, bucket, keys, options, rule, call).through(policy);
    }

    @Override
    public SignedRequest sign(SignRequest request) {
        return policy.call(Call.of(Action.SIGN, request.ref()), timeout -> port.sign(request));
    }

    @Override
    public boolean probe(BucketName bucket, CallOption... options) {
        Call call = Call.of(Action.PROBE, bucket, Repeat.SAFE, CallOptions.timeout(options));
        return policy.call(call, timeout -> port.probe(bucket, CallOptions.with(timeout, options, CallOption[].class)));
    }

    @Override
    public void close() {
        port.close();
    }
}
