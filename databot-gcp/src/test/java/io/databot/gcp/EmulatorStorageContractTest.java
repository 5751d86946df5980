package io.databot.gcp;

import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.testkit.StorageContract;
import io.databot.testkit.StorageHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract against the server that {@value #VARIABLE} names, with nobody's credentials. Makes buckets of its own and
 * removes them. What it cannot do to a foreign server, such as faults, is reported as aborted.
 */
@EnabledIfEnvironmentVariable(named = EmulatorStorageContractTest.VARIABLE, matches = ".+")
class EmulatorStorageContractTest extends StorageContract {

    static final String VARIABLE = "STORAGE_EMULATOR_HOST";

    @Override
    protected StorageHarness harness() {
        String host = System.getenv(VARIABLE);
        return new EmulatorHarness(URI.create(host.contains("://") ? host : "http://" + host));
    }

    private static final class EmulatorHarness implements StorageHarness {

        private final HttpClient http = HttpClient.newHttpClient();
        private final String name =
                "databot-contract-" + UUID.randomUUID().toString().substring(0, 8);
        private final List<BucketName> made = new ArrayList<>();
        private final URI host;

        EmulatorHarness(URI host) {
            this.host = host;
            make("a", "");
            make("b", "");
        }

        private BucketName make(String suffix, String more) {
            BucketName bucket = BucketName.of(name + "-" + suffix);
            String body = "{\"name\":\"" + bucket + "\"" + more + "}";
            send(HttpRequest.newBuilder(host.resolve("/storage/v1/b?project=databot-contract"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            made.add(bucket);
            return bucket;
        }

        private void send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (reply.statusCode() >= 300) {
                    throw new IllegalStateException(reply.statusCode() + ": " + reply.body());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public StorageService storage() {
            return GcsStorage.builder()
                    .host(host)
                    .credentials(GoogleCredentialProvider.none())
                    .build();
        }

        @Override
        public BucketName bucket() {
            return made.get(0);
        }

        @Override
        public BucketName secondBucket() {
            return made.get(1);
        }

        @Override
        public BucketName missingBucket() {
            return BucketName.of(name + "-missing");
        }

        @Override
        public Optional<BucketName> versionedBucket() {
            return Optional.of(made.size() > 2 ? made.get(2) : make("v", ",\"versioning\":{\"enabled\":true}"));
        }

        @Override
        public void close() {
            try (StorageService storage = storage()) {
                made.forEach(bucket -> empty(storage, bucket));
            }
            made.forEach(bucket -> send(HttpRequest.newBuilder(host.resolve("/storage/v1/b/" + bucket))
                    .DELETE()));
        }

        private static void empty(StorageService storage, BucketName bucket) {
            ListRequest all = ListRequest.of(bucket).withVersions(ListRequest.Versions.ALL);
            for (ListPage page = storage.list(all); !page.entries().isEmpty(); page = storage.list(all)) {
                page.entries().forEach(entry -> {
                    StoredObject object = (StoredObject) entry;
                    if (!storage.delete(object.ref(), AtGeneration.of(object.generation()))) {
                        throw new IllegalStateException("the server lists and does not delete " + object.ref());
                    }
                });
            }
        }
    }
}
