package io.databot.gcp;

import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageBatch;
import com.google.cloud.storage.StorageBatchResult;
import com.google.cloud.storage.StorageException;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.storage.BucketName;
import io.databot.storage.DeleteReport;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Deletes many objects: as many in a request as the service takes, a few requests at a time. */
final class BatchDelete {

    /** The service's limit. */
    private static final int BATCH = 100;

    private final GcsConnection connection;
    private final Lookups lookups;
    private final BatchThreads threads;

    BatchDelete(GcsConnection connection, Lookups lookups, BatchThreads threads) {
        this.connection = connection;
        this.lookups = lookups;
        this.threads = threads;
    }

    DeleteReport delete(Call call, BucketName bucket, Collection<ObjectKey> keys) {
        connection.requireOpen(call);
        List<ObjectKey> distinct = List.copyOf(new LinkedHashSet<>(keys));
        List<Part> parts = IntStream.iterate(0, from -> from < distinct.size(), from -> from + BATCH)
                .mapToObj(from ->
                        new Part(call, bucket, distinct.subList(from, Math.min(from + BATCH, distinct.size()))))
                .toList();
        threads.runAll(call, parts);
        DeleteReport report = report(distinct.size(), parts);
        if (!report.deleted().isEmpty()) {
            lookups.found(bucket);
        } else if (!report.absent().isEmpty()) {
            lookups.requireBucket(call, bucket);
        }
        return report;
    }

    private static DeleteReport report(int keys, List<Part> parts) {
        List<ObjectKey> deleted = new ArrayList<>();
        List<ObjectKey> absent = new ArrayList<>();
        Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();
        for (Part part : parts) {
            deleted.addAll(part.deleted);
            absent.addAll(part.absent);
            failed.putAll(part.failed);
        }
        if (keys > 0 && failed.size() == keys) {
            requireTried(parts, failed.values());
        }
        return new DeleteReport(deleted, absent, failed);
    }

    /** Throws what kept every key from being tried: no request got through, no bucket, no identity, no right. */
    private static void requireTried(List<Part> parts, Collection<DatabotException> failures) {
        DatabotException first = failures.iterator().next();
        boolean refused = failures.stream()
                .allMatch(failure -> failure instanceof BucketNotFoundFailure
                        || failure instanceof NotAuthenticatedFailure
                        || failure instanceof AccessDeniedFailure);
        if (refused || parts.stream().allMatch(part -> part.lost)) {
            throw first;
        }
    }

    /** One request's share. Filled by the thread that runs it, read after all have run. */
    private final class Part implements Runnable {

        private final Call call;
        private final BucketName bucket;
        private final List<ObjectKey> keys;
        private final Map<ObjectKey, StorageBatchResult<Boolean>> replies = new LinkedHashMap<>();
        private final List<ObjectKey> deleted = new ArrayList<>();
        private final List<ObjectKey> absent = new ArrayList<>();
        private final Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();
        private boolean lost;

        Part(Call call, BucketName bucket, List<ObjectKey> keys) {
            this.call = call;
            this.bucket = bucket;
            this.keys = keys;
        }

        @Override
        public void run() {
            Optional<DatabotException> whole = Optional.empty();
            try {
                connection.send(call, this::submit);
            } catch (InterruptedFailure | ClosedFailure end) {
                throw end;
            } catch (DatabotException failure) {
                whole = Optional.of(failure);
                lost = replies.values().stream().noneMatch(StorageBatchResult::completed);
            }
            for (ObjectKey key : keys) {
                StorageBatchResult<Boolean> reply = replies.get(key);
                if (reply != null && reply.completed()) {
                    sort(key, reply);
                } else {
                    failed.put(key, whole.orElseGet(() -> GcsFailures.cutOff(call)));
                }
            }
        }

        private List<ObjectKey> submit(Storage client) {
            StorageBatch batch = client.batch();
            keys.forEach(key -> replies.put(key, batch.delete(bucket.value(), key.value())));
            batch.submit();
            return keys;
        }

        private void sort(ObjectKey key, StorageBatchResult<Boolean> reply) {
            try {
                (reply.get() ? deleted : absent).add(key);
            } catch (StorageException refused) {
                failed.put(key, GcsFailures.of(Call.of("delete", new ObjectRef(bucket, key)), refused));
            }
        }
    }
}
