package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.NoCredentials;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.BlobWriteSession;
import com.google.cloud.storage.BlobWriteSessionConfigs;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.StorageRetryStrategy;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.gcp.server.Operation;
import io.databot.gcp.server.RecordedRequest;
import io.databot.storage.ByteRange;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ContentOnly;
import io.databot.storage.Crc32c;
import io.databot.storage.ListEntry;
import io.databot.storage.ListRequest;
import io.databot.storage.Md5;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectWriter;
import io.databot.storage.SignRequest;
import io.databot.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.http.client.methods.HttpGet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Google's client does wrong or by surprise, and this adapter does not. */
class PitfallsTest extends Loopback {

    /** Gives some bytes, then fails. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static InputStream failingAfter(int bytes) {
        return new InputStream() {
            private int left = bytes;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("disk error");
                }
                return 'x';
            }
        };
    }

    @Test
    void sourceThatFailsPublishesNothingInOneRequest() {
        put("a", "old");
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.stream(() -> failingAfter(10))))
                .withMessageContaining("gs://acme-data/a")
                .withMessageContaining("disk error");
        assertThat(text("a")).isEqualTo("old");
    }

    @Test
    void sourceThatFailsPublishesNothingInSession() {
        put("a", "old");
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.stream(() -> failingAfter(2 * CHUNK + 10))));
        assertThat(server.count(Operation.UPLOAD_CHUNK)).isEqualTo(2);
        assertThat(text("a")).isEqualTo("old");
    }

    @Test
    void writerThatIsClosedAfterChunksPublishesNothing() {
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(random(3 * CHUNK));
        }
        assertThat(server.count(Operation.UPLOAD_CHUNK)).isGreaterThan(0);
        assertThat(storage.find(ref("a"))).isEmpty();
    }

    @Test
    void checksumsGivenWithLargeContentAreNotDropped() {
        byte[] content = random(2 * CHUNK);
        Md5 wrong = Md5.of(random(5));
        assertThatExceptionOfType(CorruptedFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.of(content), wrong));
        assertThatExceptionOfType(CorruptedFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.of(content), Crc32c.of(random(5))));
        assertThat(storage.find(ref("a"))).isEmpty();
        StoredObject written = storage.put(ref("a"), Content.of(content), Md5.of(content), Crc32c.of(content));
        assertThat(written.md5()).contains(Md5.of(content));
    }

    @Test
    void checksumIsSentWithoutBeingAskedFor() {
        byte[] content = random(100);
        storage.put(ref("a"), Content.of(content));
        server.faults().next(Operation.UPLOAD_CHUNK).reply(503);
        storage.put(ref("b"), Content.of(random(CHUNK + 1)));
        assertThat(server.requests().stream().map(request -> request.header("x-goog-hash")))
                .as("the last chunk of a session carries the sum of all")
                .contains(java.util.Optional.of(
                        "crc32c=" + Crc32c.of(random(CHUNK + 1)).base64()));
    }

    @Test
    void declaredLengthThatIsWrongPublishesNothing() {
        for (int actual : new int[] {10, 3 * CHUNK}) {
            for (long declared : new long[] {actual - 1, actual + 1}) {
                Content content = Content.stream(declared, () -> new ByteArrayInputStream(random(actual)));
                assertThatExceptionOfType(CorruptedFailure.class)
                        .isThrownBy(() -> storage.put(ref("a"), content))
                        .withMessageContaining(String.valueOf(declared));
            }
        }
        assertThat(storage.find(ref("a"))).isEmpty();
    }

    @Test
    void contentIsNotCompressedOnTheWay() {
        storage.put(ref("a"), Content.text("a".repeat(10_000)));
        assertThat(only(Operation.INSERT).header("content-encoding")).isEmpty();
        assertThat(only(Operation.INSERT).bodySize()).isGreaterThan(10_000);
    }

    @Test
    void storedGzipIsNotUnzippedByAnyRead() {
        byte[] zipped = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
        storage.put(ref("a"), Content.of(zipped), ObjectMetadata.none().withContentEncoding("gzip"));
        assertThat(bytes("a")).isEqualTo(zipped);
        assertThat(bytes("a", ContentOnly.contentOnly())).isEqualTo(zipped);
        assertThat(bytes("a", ByteRange.of(2, 3))).isEqualTo(Arrays.copyOfRange(zipped, 2, 5));
        try (ObjectReader reader = storage.reader(ref("a"))) {
            reader.seek(5);
            assertThat(reader.read()).isEqualTo(2);
        }
    }

    @Test
    void headerValuesKeepTheirCase() {
        StoredObject written = put(
                "a",
                "text",
                ObjectMetadata.ofType("Text/Plain; charset=UTF-8")
                        .withContentDisposition("attachment; filename=\"Report.CSV\"")
                        .with("Owner", "Ada"));
        try (ObjectReader reader = storage.reader(ref("a"))) {
            assertThat(reader.object()).isEqualTo(written);
        }
        assertThat(written.metadata().contentDisposition()).contains("attachment; filename=\"Report.CSV\"");
        assertThat(written.metadata().user()).isEqualTo(Map.of("Owner", "Ada"));
    }

    @Test
    void laterRequestsOfReaderArePinnedToTheGenerationAndLimited() {
        byte[] content = random(4 * CHUNK);
        long generation = storage.put(ref("a"), Content.of(content)).generation();
        server.resetRequests();
        try (ObjectReader reader = storage.reader(ref("a"), ContentOnly.contentOnly(), ByteRange.of(0, 3 * CHUNK))) {
            reader.seek(2 * CHUNK);
            assertThat(reader.read()).isEqualTo(content[2 * CHUNK] & 0xff);
        }
        RecordedRequest second = server.requests().get(1);
        assertThat(second.parameter("generation")).contains(String.valueOf(generation));
        assertThat(second.header("range")).contains("bytes=" + 2 * CHUNK + "-" + (3 * CHUNK - 1));
    }

    @Test
    void replacedObjectIsMissingToReaderThatSeeks() {
        storage.put(ref("a"), Content.of(random(4 * CHUNK)));
        try (ObjectReader reader = storage.reader(ref("a"))) {
            put("a", "new");
            reader.seek(3 * CHUNK);
            assertThatExceptionOfType(NotFoundFailure.class).isThrownBy(reader::read);
        }
    }

    @Test
    void objectThatIsReplacedWhileItIsOpenedIsOpenedAgain() {
        put("a", "old");
        server.faults().next(Operation.GET).reply(404);
        assertThat(text("a")).isEqualTo("old");
        assertThat(server.count(Operation.READ)).isEqualTo(2);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void closingReaderEarlyDoesNotWaitForTheRest() {
        storage.put(ref("a"), Content.of(random(8 * CHUNK)));
        server.faults().next(Operation.READ).stallBodyAfter(CHUNK);
        try (ObjectReader reader = storage.reader(ref("a"))) {
            assertThat(reader.read()).isGreaterThanOrEqualTo(0);
        }
        assertThat(storage.find(ref("a"))).as("the service can still be used").isPresent();
    }

    @Test
    void corruptionIsFoundByWholeReadsHoweverTheyAreMade() {
        storage.put(ref("a"), Content.of(random(1000)));
        for (int step : new int[] {1, 7, 1000, 5000}) {
            server.faults().next(Operation.READ).corruptByteAt(500);
            assertThatExceptionOfType(CorruptedFailure.class).isThrownBy(() -> readIn(step));
        }
    }

    @Test
    void corruptionIsFoundAcrossBrokenConnection() {
        storage.put(ref("a"), Content.of(random(4 * CHUNK)));
        server.faults().next(Operation.READ).breakBodyAfter(CHUNK);
        server.faults().next(Operation.READ).corruptByteAt(10);
        try (ObjectReader reader = storage.reader(ref("a"))) {
            assertThatExceptionOfType(io.databot.failure.UnavailableFailure.class)
                    .isThrownBy(reader::readAllBytes);
            reader.seek(reader.position());
            assertThat(reader.position()).isPositive();
            assertThatExceptionOfType(CorruptedFailure.class).isThrownBy(reader::readAllBytes);
        }
    }

    private void readIn(int step) {
        try (ObjectReader reader = storage.reader(ref("a"))) {
            byte[] buffer = new byte[step];
            while (reader.read(buffer) >= 0) {
                assertThat(reader.position()).isLessThanOrEqualTo(1000);
            }
        }
    }

    @Test
    void listedPrefixesStandAmongObjectsInTheOrderOfBytes() {
        for (String key : List.of("a", "b/1", "b/2", "c", "d/1", "e")) {
            put(key, "x");
        }
        assertThat(storage.list(ListRequest.of(BUCKET).withDelimiter("/")).entries())
                .extracting(ListEntry::name)
                .containsExactly("a", "b/", "c", "d/", "e");
    }

    @Test
    void startAfterDoesNotListTheStartItself() {
        String longest = "k".repeat(ObjectKey.MAX_BYTES);
        for (String key : List.of("a", "a/b", "b", longest)) {
            put(key, "x");
        }
        ListRequest request = ListRequest.of(BUCKET);
        assertThat(storage.list(request.withStartAfter("a")).entries())
                .extracting(ListEntry::name)
                .containsExactly("a/b", "b", longest);
        assertThat(storage.list(request.withStartAfter(longest)).entries()).isEmpty();
        assertThat(storage.list(request.withStartAfter("a/b").withDelimiter("/"))
                        .entries())
                .as("the prefix has no key after the start")
                .extracting(ListEntry::name)
                .containsExactly("b", longest);
    }

    @Test
    void patchSendsOnlyWhatItChanges() {
        put("a", "text", ObjectMetadata.ofType("text/csv").with("keep", "1").with("drop", "2"));
        server.resetRequests();
        StoredObject changed =
                storage.update(ref("a"), MetadataPatch.none().remove("drop").set("new", "3"));
        assertThat(only(Operation.PATCH).bodySize()).isLessThan(100);
        assertThat(changed.metadata().user()).isEqualTo(Map.of("keep", "1", "new", "3"));
        assertThat(changed.metadata().contentType()).contains("text/csv");
    }

    @Test
    void conditionIsSentAsTheServiceExpectsIt() {
        long generation = put("a", "text").generation();
        server.resetRequests();
        put("b", "text", Condition.ifAbsent());
        assertThat(only(Operation.INSERT).parameter("ifGenerationMatch")).contains("0");
        storage.delete(ref("a"), Condition.ifGeneration(generation));
        assertThat(only(Operation.DELETE).parameter("ifGenerationMatch")).contains(String.valueOf(generation));
    }

    @Test
    void copyGoesOnUntilItIsDone() {
        byte[] content = random(5 * CHUNK);
        storage.put(ref("a"), Content.of(content));
        server.limitRewritesTo(2L * CHUNK);
        storage.copy(ref("a"), ref("b"));
        assertThat(server.count(Operation.REWRITE)).isEqualTo(3);
        assertThat(bytes("b")).isEqualTo(content);
    }

    @Test
    void emulatorAddressMayEndWithSlash() {
        try (GcsStorage other = GcsStorage.builder()
                .host(URI.create(server.uri() + "/"))
                .credentials(GoogleCredentialProvider.none())
                .build()) {
            assertThat(other.deleteAll(BUCKET, List.of(ObjectKey.of("a"))).absent())
                    .hasSize(1);
            assertThat(server.requests())
                    .extracting(RecordedRequest::path)
                    .allSatisfy(path -> assertThat(path).doesNotContain("//"));
        }
    }

    @Test
    void signingIsRefusedBeforeAnyRequest() {
        SignRequest request = SignRequest.of(ref("a"), SignRequest.Method.GET, Duration.ofMinutes(1));
        assertThat(requestsOf(() ->
                        assertThatExceptionOfType(UnsupportedFailure.class).isThrownBy(() -> storage.sign(request))))
                .isEmpty();
    }

    private StorageOptions.Builder client() {
        return StorageOptions.http()
                .setHost(server.uri().toString())
                .setProjectId("p")
                .setCredentials(NoCredentials.getInstance());
    }

    private static RetrySettings attempts(int most) {
        return RetrySettings.newBuilder()
                .setMaxAttempts(most)
                .setInitialRetryDelayDuration(Duration.ofMillis(1))
                .setMaxRetryDelayDuration(Duration.ofMillis(1))
                .setTotalTimeoutDuration(Duration.ofMinutes(1))
                .build();
    }

    @Test
    @SuppressWarnings("try")
    void clientOfTheCallerIsUsedAsItIsAndNotClosed() throws Exception {
        try (Storage client = client().setRetrySettings(attempts(3)).build().getService()) {
            try (GcsStorage around = GcsStorage.around(client)) {
                around.put(ref("a"), Content.text("text"));
                around.put(ref("large"), Content.of(random((8 << 20) + 1)));
                server.faults().next(Operation.GET).reply(503).always();
                server.resetRequests();
                assertThatExceptionOfType(UnavailableFailure.class).isThrownBy(() -> around.find(ref("a")));
                assertThat(server.count(Operation.GET))
                        .as("attempts of the client")
                        .isEqualTo(3);
            }
            assertThat(client.readAllBytes(BUCKET.value(), "a"))
                    .isEqualTo("text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** The reason for {@link ResumableUpload}: should this fail, the client has learnt it, and ours can go. */
    @Test
    @SuppressWarnings("try")
    void uploadSessionOfGooglesClientGivesUpAtTheFirstRefusedChunk() throws Exception {
        try (Storage client = client().setRetrySettings(attempts(5))
                .setStorageRetryStrategy(StorageRetryStrategy.getUniformStorageRetryStrategy())
                .setBlobWriteSessionConfig(BlobWriteSessionConfigs.getDefault().withChunkSize(CHUNK))
                .build()
                .getService()) {
            server.faults().next(Operation.UPLOAD_CHUNK).reply(503);
            BlobWriteSession session = client.blobWriteSession(
                    BlobInfo.newBuilder(BUCKET.value(), "a").build());
            WritableByteChannel channel = session.open();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> channel.write(ByteBuffer.wrap(random(CHUNK))))
                    .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(503));
            assertThat(server.count(Operation.UPLOAD_CHUNK)).isEqualTo(1);
        }
    }

    @Test
    void tokenGoesToTheServiceOnly() {
        BearerIdentity identity = new BearerIdentity(
                new LoopbackHarness.FixedToken("good"), Optional.empty(), URI.create("https://a.test"));
        for (String same : List.of("https://a.test/x", "https://A.test/y?z")) {
            HttpGet request = new HttpGet(same);
            identity.sign(request);
            assertThat(request.getFirstHeader("Authorization").getValue()).isEqualTo("Bearer good");
        }
        for (String other : List.of("https://b.test/x", "http://a.test/x", "https://a.test:444/x")) {
            HttpGet request = new HttpGet(other);
            identity.sign(request);
            assertThat(request.getAllHeaders()).isEmpty();
        }
    }

    @Test
    void nothingThatGooglesClientCouldLogHoldsTheToken() {
        Logger logger = Logger.getLogger("com.google.api.client.http");
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Listening(logged);
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        try (GcsStorage other = connect(new LoopbackHarness.FixedToken("good")).build()) {
            server.access().requireToken("good");
            other.put(ref("a"), Content.text("text"));
            other.find(ref("a"));
            other.deleteAll(BUCKET, List.of(ObjectKey.of("a"), ObjectKey.of("b")));
            assertThat(logged)
                    .as("the parts of a batch are logged")
                    .anySatisfy(line -> assertThat(line).contains("DELETE " + server.uri()))
                    .allSatisfy(line -> assertThat(line).doesNotContain("good"));
        } finally {
            logger.setLevel(null);
            logger.removeHandler(handler);
        }
    }

    private static final class Listening extends Handler {

        private final List<String> logged;

        Listening(List<String> logged) {
            this.logged = logged;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            logged.add(String.valueOf(entry.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
