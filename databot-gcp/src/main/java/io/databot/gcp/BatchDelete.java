package io.databot.gcp;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.http.HttpHeaders;
import com.google.api.services.storage.Storage;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.DeleteReport;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import io.databot.storage.StorageOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Deletes many objects: as many in a request as the service takes, a few requests at a time. */
final class BatchDelete {

    /** The service's limit. */
    private static final int BATCH = 100;

    private final GcsConnection connection;
    private final BatchThreads threads;

    BatchDelete(GcsConnection connection, BatchThreads threads) {
        this.connection = connection;
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
        return report(distinct.size(), parts);
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
            try {
                connection.send(call, api -> {
                    batch(api).execute();
                    return keys;
                });
            } catch (InterruptedFailure | ClosedFailure end) {
                throw end;
            } catch (DatabotException whole) {
                lost = deleted.isEmpty() && absent.isEmpty() && failed.isEmpty();
                keys.stream()
                        .filter(key -> !deleted.contains(key) && !absent.contains(key))
                        .forEach(key -> failed.putIfAbsent(key, whole));
            }
        }

        private BatchRequest batch(Storage api) throws IOException {
            BatchRequest batch = api.batch(api.getRequestFactory().getInitializer());
            Options none = Options.of(new StorageOption[0]);
            for (ObjectKey key : keys) {
                Requests.delete(api, new ObjectRef(bucket, key), none).queue(batch, new Reply(key));
            }
            return batch;
        }

        private final class Reply extends JsonBatchCallback<Void> {

            private final ObjectKey key;

            Reply(ObjectKey key) {
                this.key = key;
            }

            @Override
            public void onSuccess(Void nothing, HttpHeaders headers) {
                deleted.add(key);
            }

            @Override
            public void onFailure(GoogleJsonError error, HttpHeaders headers) {
                Call one = Call.of("delete", new ObjectRef(bucket, key));
                ServiceError refusal = ServiceError.of(error, headers);
                DatabotException failure =
                        GcsFailures.of(one, refusal, new IOException("HTTP " + error.getCode() + " in a batch"));
                if (failure instanceof NotFoundFailure && !(failure instanceof BucketNotFoundFailure)) {
                    absent.add(key);
                } else {
                    failed.put(key, failure);
                }
            }
        }
    }
}
