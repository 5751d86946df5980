package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.Bucket;
import io.databot.Databot;
import io.databot.Environment;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.gcp.server.GcsServer;
import io.databot.gcp.server.Operation;
import io.databot.settings.Sources;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job over HTTP: an environment is opened on the state that Terraform wrote, and its bucket works on a server. One
 * layer retries; what the server counts shows it.
 */
class FrontDoorTest {

    private static final String BUCKET = "acme-robots-dev-data";
    private static final int ATTEMPTS = 3;
    private static final int SESSION_ATTEMPTS = 2;

    @TempDir
    private Path directory;

    private GcsServer server;
    private Databot databot;
    private Bucket bucket;

    @BeforeEach
    void open() {
        server = GcsServer.start();
        server.createBucket(BUCKET);
        databot = Databot.open(environment());
        bucket = databot.storage();
    }

    private Environment environment() {
        return Environment.of("dev")
                .withSources(Sources.none(directory))
                .with(
                        "state.location",
                        Path.of("..", "terraform", "fixtures", "dev.tfstate").toString())
                .with("storage.host", server.uri().toString())
                .with("credentials.kind", "none")
                .with("retry.max-attempts", String.valueOf(ATTEMPTS))
                .with("retry.initial-delay", "1ms")
                .with("retry.max-delay", "2ms")
                .with("gcp.upload.single-request-limit", "256KiB")
                .with("gcp.upload.chunk-size", "256KiB")
                .with("gcp.upload.attempts", String.valueOf(SESSION_ATTEMPTS))
                .with("gcp.upload.first-delay", "1ms");
    }

    @AfterEach
    void close() {
        databot.close();
        server.close();
    }

    @Test
    void fileGoesUpIsListedComesDownAndIsDeleted() throws Exception {
        Path file = Files.writeString(directory.resolve("data.csv"), "name,value\n");

        StoredObject uploaded = bucket.upload(file, "uploads/data.csv");
        bucket.download("uploads/data.csv", directory.resolve("received.csv"));

        assertThat(uploaded.metadata().contentType()).contains("text/csv");
        assertThat(bucket.list("uploads/")).extracting(StoredObject::name).containsExactly("uploads/data.csv");
        assertThat(directory.resolve("received.csv")).hasSameBinaryContentAs(file);
        assertThat(bucket.delete("uploads/data.csv")).isTrue();
        assertThat(server.names(BUCKET)).isEmpty();
    }

    @Test
    void openingAndDiscoveringSendNothing() {
        try (Databot other = Databot.open(environment())) {
            assertThat(other.storage("archive").name()).hasToString("acme-robots-dev-archive");
            assertThat(other.infrastructure().project()).contains("acme-robots-dev");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void callThatKeepsFailingIsSentExactlyAsOftenAsTheSettingSays() {
        server.faults().next(Operation.GET).reply(503).always();

        assertThatExceptionOfType(UnavailableFailure.class)
                .isThrownBy(() -> bucket.find("a"))
                .satisfies(failure -> assertThat(failure.details().attempts()).isEqualTo(ATTEMPTS));
        assertThat(server.count(Operation.GET)).isEqualTo(ATTEMPTS);
    }

    @Test
    void callThatRecoversSucceeds() {
        bucket.putText("a", "text");
        server.faults().next(Operation.LIST).reply(503).times(ATTEMPTS - 1);

        assertThat(bucket.list()).hasSize(1);
        assertThat(server.count(Operation.LIST)).isEqualTo(ATTEMPTS);
    }

    @Test
    void unconditionalWriteIsSentOnceAndTheFailureSaysWhy() {
        server.faults().next(Operation.INSERT).reply(503).always();

        assertThatExceptionOfType(UnavailableFailure.class)
                .isThrownBy(() -> bucket.putText("a", "text"))
                .withMessageContaining("Condition.ifAbsent()");
        assertThat(server.count(Operation.INSERT)).isOne();
    }

    @Test
    void throttledWriteWasNotCarriedOutAndIsRepeated() {
        server.faults().next(Operation.INSERT).reply(429);

        bucket.putText("a", "text");

        assertThat(server.count(Operation.INSERT)).isEqualTo(2);
    }

    @Test
    void conditionalWriteWhoseReplyIsLostIsFoundToHaveSucceeded() {
        server.faults().next(Operation.INSERT).loseReply();

        StoredObject written = bucket.putText("lock", "mine", Condition.ifAbsent());

        assertThat(bucket.find("lock")).contains(written);
        assertThat(written.metadata().user()).isEmpty();
        assertThat(server.count(Operation.INSERT)).isEqualTo(2);
    }

    /** The bytes are the same; only who wrote them tells that our lost attempt did not take effect. */
    @Test
    void lockThatAnotherHasIsNotMistakenForOursAfterALostReply() {
        bucket.putText("lock", "same bytes", Condition.ifAbsent());
        server.resetRequests();
        server.faults().next(Operation.INSERT).reply(503);

        assertThatExceptionOfType(AlreadyExistsFailure.class)
                .isThrownBy(() -> bucket.putText("lock", "same bytes", Condition.ifAbsent()));
        assertThat(server.count(Operation.INSERT)).isEqualTo(2);
        assertThat(server.count(Operation.GET)).isOne();
    }

    @Test
    void attemptsOfAnUploadSessionAreNotMultiplied() {
        byte[] content = new byte[1 << 20];
        server.faults().next(Operation.UPLOAD_CHUNK).reply(503).always();
        server.faults().next(Operation.UPLOAD_STATUS).reply(503).always();

        assertThatExceptionOfType(DatabotException.class)
                .isThrownBy(() -> bucket.put("large", Content.of(content), Condition.ifAbsent()));
        assertThat(server.count(Operation.UPLOAD_START)).isOne();
        assertThat(server.count(Operation.UPLOAD_CHUNK) + server.count(Operation.UPLOAD_STATUS))
                .isBetween((long) SESSION_ATTEMPTS, SESSION_ATTEMPTS + 1L);
        assertThat(server.names(BUCKET)).isEmpty();
    }

    @Test
    void brokenDownloadGoesOnAtItsOffsetAndGeneration() {
        byte[] content = Loopback.random(300_000);
        bucket.putBytes("a", content);
        server.faults().next(Operation.READ).breakBodyAfter(100_000);

        assertThat(bucket.bytes("a")).isEqualTo(content);
        assertThat(server.requests().stream().filter(request -> request.operation() == Operation.READ))
                .hasSize(2);
    }

    @Test
    void damageIsFoundAlsoWhenTheStreamWasPutTogether() {
        bucket.putBytes("a", Loopback.random(300_000));
        server.faults().next(Operation.READ).breakBodyAfter(100_000);
        server.faults().next(Operation.READ).corruptByteAt(50_000);

        assertThatExceptionOfType(CorruptedFailure.class).isThrownBy(() -> bucket.bytes("a"));
    }

    @Test
    void missingBucketIsToldFromMissingObject() {
        assertThat(bucket.find("nothing")).isEmpty();
        assertThatExceptionOfType(BucketNotFoundFailure.class)
                .isThrownBy(() -> databot.storage("archive").find("a"))
                .withMessageContaining("acme-robots-dev-archive");
    }

    @Test
    void refusedCredentialIsSentOnceAndNamed() {
        server.access().requireToken("the-right-one");

        assertThatExceptionOfType(NotAuthenticatedFailure.class).isThrownBy(() -> bucket.find("a"));
        assertThat(server.count(Operation.GET)).isOne();
    }

    @Test
    void everyFailureIsOneLineWithoutForeignNames() {
        server.faults().next(Operation.GET).reply(500).always();

        assertThatExceptionOfType(DatabotException.class)
                .isThrownBy(() -> bucket.find("a"))
                .satisfies(failure -> assertThat(Stream.of("com.google", "Exception", "\n"))
                        .noneMatch(failure.getMessage()::contains));
    }

    @Test
    void closedEnvironmentSendsNothing() {
        databot.close();

        assertThatExceptionOfType(io.databot.failure.ClosedFailure.class).isThrownBy(() -> bucket.text("a"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void textGoesUpInOneRequestAndComesDownInOne() {
        bucket.putText("a.txt", "text");
        assertThat(bucket.text("a.txt")).isEqualTo("text");

        assertThat(server.requests()).hasSize(2);
        assertThat(server.content(BUCKET, "a.txt")).contains("text".getBytes(StandardCharsets.UTF_8));
    }
}
