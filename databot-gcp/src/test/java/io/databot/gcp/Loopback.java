package io.databot.gcp;

import io.databot.credential.CredentialProvider;
import io.databot.gcp.server.GcsServer;
import io.databot.gcp.server.Operation;
import io.databot.gcp.server.RecordedRequest;
import io.databot.storage.BucketName;
import io.databot.storage.Content;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ReadOption;
import io.databot.storage.StoredObject;
import io.databot.storage.WriteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on loopback with one bucket, and the adapter before it. */
abstract class Loopback {

    static final int CHUNK = 256 * 1024;
    static final BucketName BUCKET = BucketName.of("acme-data");

    GcsServer server;
    GcsStorage storage;

    @BeforeEach
    void startServer() {
        server = GcsServer.start();
        server.createBucket(BUCKET.value());
        storage = connect().build();
    }

    @AfterEach
    void stopServer() {
        storage.close();
        server.close();
    }

    /** Small limits, so that little content needs an upload session. */
    GcsStorageBuilder connect() {
        return connect(GoogleCredentialProvider.none());
    }

    GcsStorageBuilder connect(CredentialProvider credentials) {
        return GcsStorage.builder()
                .host(server.uri())
                .credentials(credentials)
                .singleRequestLimit(CHUNK)
                .chunkSize(CHUNK)
                .uploadAttempts(3, Duration.ofMillis(1));
    }

    static ObjectRef ref(String key) {
        return new ObjectRef(BUCKET, ObjectKey.of(key));
    }

    StoredObject put(String key, String text, WriteOption... options) {
        return storage.put(ref(key), Content.text(text), options);
    }

    byte[] bytes(String key, ReadOption... options) {
        try (ObjectReader reader = storage.reader(ref(key), options)) {
            return reader.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key, ReadOption... options) {
        return new String(bytes(key, options), StandardCharsets.UTF_8);
    }

    /** The kinds of the requests that the steps make, in order; those in batches as the batch. */
    List<Operation> requestsOf(Runnable steps) {
        server.resetRequests();
        steps.run();
        return server.requests().stream().map(RecordedRequest::operation).toList();
    }

    RecordedRequest only(Operation operation) {
        List<RecordedRequest> found = server.requests().stream()
                .filter(request -> request.operation() == operation)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " requests of " + operation);
        }
        return found.get(0);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }
}
