package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.gcp.server.Operation;
import io.databot.gcp.server.Stall;
import io.databot.storage.Content;
import io.databot.storage.ContentOnly;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls end in time, and when they are interrupted; nothing here waits longer than it must. */
@org.junit.jupiter.api.Timeout(value = 30, unit = TimeUnit.SECONDS)
class TimeAndInterruptTest extends Loopback {

    private static final Timeout SHORT = Timeout.of(Duration.ofMillis(100));

    @Test
    void callThatIsNotAnsweredInItsTimeIsDeadlineExceeded() {
        server.faults().next(Operation.GET).stallReply();
        assertThatExceptionOfType(DeadlineExceededFailure.class)
                .isThrownBy(() -> storage.find(ref("a"), SHORT))
                .withMessageContaining("PT0.1S");
    }

    @Test
    void readerThatIsNotOpenedInItsTimeIsDeadlineExceeded() {
        put("a", "text");
        server.faults().next(Operation.READ).stallReply();
        assertThatExceptionOfType(DeadlineExceededFailure.class).isThrownBy(() -> storage.reader(ref("a"), SHORT));
    }

    @Test
    void uploadThatIsNotAnsweredInItsTimeIsDeadlineExceeded() {
        server.faults().next(Operation.UPLOAD_CHUNK).stallReply();
        assertThatExceptionOfType(DeadlineExceededFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.of(random(3 * CHUNK)), SHORT));
    }

    @Test
    void deleteAllThatIsNotAnsweredInItsTimeIsDeadlineExceeded() {
        server.faults().next(Operation.BATCH).stallReply();
        assertThatExceptionOfType(DeadlineExceededFailure.class)
                .isThrownBy(() -> storage.deleteAll(BUCKET, List.of(ObjectKey.of("a")), SHORT));
    }

    @Test
    void silentServiceIsUnavailableAfterTheReadTimeout() {
        try (GcsStorage impatient =
                connect().readTimeout(Duration.ofMillis(100)).build()) {
            server.faults().next(Operation.GET).stallReply();
            assertThatExceptionOfType(UnavailableFailure.class)
                    .isThrownBy(() -> impatient.find(ref("a")))
                    .satisfies(failure -> assertThat(failure.retryable()).isTrue());
        }
    }

    @Test
    void stalledContentIsUnavailableAfterTheReadTimeout() {
        storage.put(ref("a"), Content.of(random(4 * CHUNK)));
        try (GcsStorage impatient =
                connect().readTimeout(Duration.ofMillis(100)).build()) {
            server.faults().next(Operation.READ).stallBodyAfter(CHUNK);
            try (ObjectReader reader = impatient.reader(ref("a"), ContentOnly.contentOnly())) {
                assertThatExceptionOfType(UnavailableFailure.class).isThrownBy(reader::readAllBytes);
            }
        }
    }

    @Test
    void unreachableServiceIsUnavailable() {
        server.close();
        assertThatExceptionOfType(UnavailableFailure.class)
                .isThrownBy(() -> storage.find(ref("a")))
                .satisfies(failure -> assertThat(failure.retryable()).isTrue())
                .withMessageContaining("gs://acme-data/a");
    }

    @Test
    void interruptEndsCallThatWaitsForItsReply() throws Exception {
        Stall stall = server.faults().next(Operation.GET).stallReply();
        assertInterruptible(stall, () -> storage.find(ref("a")));
    }

    @Test
    void interruptEndsUpload() throws Exception {
        Stall stall = server.faults().next(Operation.UPLOAD_CHUNK).stallReply();
        assertInterruptible(stall, () -> storage.put(ref("a"), Content.of(random(3 * CHUNK))));
        assertThat(server.names(BUCKET.value())).isEmpty();
    }

    @Test
    void interruptEndsReadThatWaitsForContent() throws Exception {
        storage.put(ref("a"), Content.of(random(4 * CHUNK)));
        Stall stall = server.faults().next(Operation.READ).stallBodyAfter(CHUNK);
        assertInterruptible(stall, () -> bytes("a"));
    }

    @Test
    void interruptEndsBatchesInOtherThreads() throws Exception {
        Stall stall = server.faults().next(Operation.BATCH).stallReply();
        List<ObjectKey> keys =
                IntStream.range(0, 250).mapToObj(i -> ObjectKey.of("k" + i)).toList();
        assertInterruptible(stall, () -> storage.deleteAll(BUCKET, keys));
    }

    @Test
    void interruptedThreadCannotBeginCall() throws Exception {
        CompletableFuture<DatabotException> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            failure.complete(failureOf(() -> storage.find(ref("a"))));
        });
        thread.start();
        thread.join();
        assertThat(failure.get()).isInstanceOf(InterruptedFailure.class);
    }

    private static void assertInterruptible(Stall stall, Supplier<?> call) throws Exception {
        CompletableFuture<DatabotException> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            failure.complete(failureOf(call));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        stall.awaitReached(Duration.ofSeconds(20));
        thread.interrupt();
        assertThat(failure.get()).isInstanceOf(InterruptedFailure.class);
        assertThat(flag.get()).as("interrupt flag").isTrue();
    }

    private static DatabotException failureOf(Supplier<?> call) {
        try {
            Object result = call.get();
            throw new AssertionError("not interrupted, got " + result);
        } catch (DatabotException failure) {
            return failure;
        }
    }
}
