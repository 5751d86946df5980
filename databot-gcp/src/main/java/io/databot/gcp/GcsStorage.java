package io.databot.gcp;

import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobTargetOption;
import io.databot.storage.BucketName;
import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.CopyOption;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfMetageneration;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.Md5;
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
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Google Cloud Storage through its JSON API.
 *
 * <p>Requests: put of up to the single-request limit 1, of more 2 and one for each further chunk; writer 2 and one for
 * each further chunk; reader 2, or 1 with {@link io.databot.storage.ContentOnly}, and 1 for each seek beyond the bytes
 * that are near; find, list, update, delete, compose and probe 1; copy 1, more for large objects between locations;
 * deleteAll one for each 100 keys, a few at a time. An absent object takes one more if no call has yet shown that its
 * bucket exists; a bucket that is deleted later may be reported as absent objects.
 *
 * <p>Every request is sent once. Only an upload session repeats by itself, and its failures say how often.
 */
public final class GcsStorage implements StorageService {

    private static final int MOST_PARTS = 32;

    private final GcsConnection connection;
    private final BatchThreads threads = new BatchThreads();
    private final Lookups lookups;
    private final Copies copies;

    GcsStorage(GcsConnection connection) {
        this.connection = connection;
        this.lookups = new Lookups(connection);
        this.copies = new Copies(connection, lookups);
    }

    /** Settings for a storage service of its own. */
    public static GcsStorageBuilder builder() {
        return new GcsStorageBuilder();
    }

    /**
     * A storage service that uses a client which the caller owns and closes. Bytes are read, and sent in several
     * requests, with that client's host, transport, identity and headers.
     *
     * <p>The client's own retries multiply with those of the layer above, unless it is built with
     * {@code setRetrySettings} of one attempt. Its own timeouts hold; a call's {@link io.databot.storage.Timeout} reaches
     * only the two kinds of requests just named. An interrupt ends calls only as soon as its transport lets it.
     *
     * @throws io.databot.failure.UnsupportedFailure if the client does not speak HTTP
     */
    public static GcsStorage around(Storage client) {
        return new GcsStorage(Clients.around(client));
    }

    @Override
    public Set<StorageFeature> features() {
        return Set.of(StorageFeature.COMPOSE, StorageFeature.VERSIONS, StorageFeature.MD5);
    }

    @Override
    public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
        return new Writes(connection, lookups).put(Call.of("put", target, options), target, content);
    }

    @Override
    public ObjectWriter writer(ObjectRef target, WriteOption... options) {
        return new GcsObjectWriter(connection, Call.of("write", target, options), target);
    }

    @Override
    public ObjectReader reader(ObjectRef source, ReadOption... options) {
        return new Reads(connection, lookups).open(Call.of("read", source, options), source);
    }

    @Override
    public Optional<StoredObject> find(ObjectRef object, FindOption... options) {
        return lookups.find(Call.of("find", object, options), object);
    }

    @Override
    public ListPage list(ListRequest request, CallOption... options) {
        Call call = Call.of("list", request.bucket(), options);
        return lookups.require(call, request.bucket(), client -> Listing.page(client, request));
    }

    @Override
    public StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... options) {
        Call call = Call.of("copy", source, target, options);
        return copies.copy(call, source, target);
    }

    @Override
    public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options) {
        Call call = Call.of("compose", target, options);
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw GcsFailures.invalid(
                    call, parts.size() + " parts; one call joins 1 to " + MOST_PARTS, "Join more in several steps.");
        }
        if (call.options().has(Md5.class)) {
            throw GcsFailures.invalid(call, "a composed object has no MD5 to check", "Give a Crc32c instead.");
        }
        return copies.compose(call, target, parts);
    }

    @Override
    public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options) {
        Call call = Call.of("update", object, options);
        return lookups.require(
                call,
                object.bucket(),
                client -> Optional.ofNullable(client.update(
                                Blobs.write(object, patch),
                                Blobs.written(call.options()).toArray(BlobTargetOption[]::new)))
                        .map(Blobs::read)
                        .orElseThrow(() -> GcsFailures.noObject(call)));
    }

    @Override
    public boolean delete(ObjectRef object, DeleteOption... options) {
        Call call = Call.of("delete", object, options);
        boolean deleted = lookups.delete(call, object);
        boolean conditional =
                call.options().has(IfGeneration.class) || call.options().has(IfMetageneration.class);
        if (!deleted && conditional) {
            throw GcsFailures.nothingToCompare(call);
        }
        return deleted;
    }

    @Override
    public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options) {
        return new BatchDelete(connection, lookups, threads)
                .delete(Call.of("delete all", bucket, options), bucket, keys);
    }

    @Override
    public SignedRequest sign(SignRequest request) {
        Call call = Call.of("sign", request.ref());
        connection.requireOpen(call);
        throw GcsFailures.unsupported(
                call, "this adapter does not sign URLs yet", "Check features() before calling sign.");
    }

    @Override
    public boolean probe(BucketName bucket, CallOption... options) {
        return lookups.probe(Call.of("probe", bucket, options), bucket);
    }

    @Override
    public void close() {
        threads.close();
        connection.close();
    }
}
