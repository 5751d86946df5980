package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.UnavailableFailure;
import io.databot.gcp.server.Operation;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ContentOnly;
import io.databot.storage.DeleteReport;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The adapter sends once; only an upload session repeats, and says so. */
class RetryTest extends Loopback {

    private Map<Operation, ThrowingCallable> calls() {
        put("a", "text");
        Map<Operation, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put(Operation.INSERT, () -> put("a", "text"));
        calls.put(Operation.READ, () -> storage.reader(ref("a"), ContentOnly.contentOnly()));
        calls.put(Operation.GET, () -> storage.find(ref("a")));
        calls.put(Operation.LIST, () -> storage.list(ListRequest.of(BUCKET)));
        calls.put(
                Operation.PATCH,
                () -> storage.update(ref("a"), MetadataPatch.none().set("k", "v")));
        calls.put(Operation.REWRITE, () -> storage.copy(ref("a"), ref("b")));
        calls.put(Operation.COMPOSE, () -> storage.compose(ref("c"), List.of(ObjectKey.of("a"))));
        calls.put(Operation.BATCH, () -> storage.deleteAll(BUCKET, List.of(ObjectKey.of("x"))));
        calls.put(Operation.DELETE, () -> storage.delete(ref("a")));
        return calls;
    }

    private void assertSentOnce(Consumer<Operation> fault) {
        calls().forEach((operation, call) -> {
            fault.accept(operation);
            server.resetRequests();
            assertThatExceptionOfType(UnavailableFailure.class)
                    .as("%s", operation)
                    .isThrownBy(call)
                    .satisfies(failure -> assertThat(failure.retryable()).isTrue())
                    .satisfies(
                            failure -> assertThat(failure.details().attempts()).isZero());
            assertThat(server.requests()).as("%s", operation).hasSize(1);
        });
    }

    @Test
    void refusedCallIsSentOnce() {
        assertSentOnce(operation -> server.faults().next(operation).reply(503));
    }

    @Test
    void callWhoseConnectionDropsIsSentOnce() {
        assertSentOnce(operation -> server.faults().next(operation).dropConnection());
    }

    @Test
    void callWhoseReplyIsLostIsSentOnce() {
        assertSentOnce(operation -> server.faults().next(operation).loseReply());
    }

    @Test
    void sessionGoesOnAfterRefusedChunk() {
        byte[] content = random(3 * CHUNK);
        server.faults().next(Operation.UPLOAD_CHUNK).after(1).reply(503).times(2);
        storage.put(ref("a"), Content.of(content));
        assertThat(bytes("a")).isEqualTo(content);
    }

    @Test
    void sessionGoesOnAfterDroppedConnection() {
        byte[] content = random(3 * CHUNK);
        server.faults().next(Operation.UPLOAD_CHUNK).after(1).dropConnection();
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(content);
            assertThat(writer.commit().size()).isEqualTo(content.length);
        }
        assertThat(bytes("a")).isEqualTo(content);
    }

    @Test
    void sessionWhoseLastReplyIsLostIsWrittenOnce() {
        byte[] content = random(2 * CHUNK + 1);
        server.faults().next(Operation.UPLOAD_CHUNK).after(2).loseReply();
        long generation =
                storage.put(ref("a"), Content.of(content), Condition.ifAbsent()).generation();
        assertThat(storage.find(ref("a")).orElseThrow().generation()).isEqualTo(generation);
    }

    @Test
    void beginningOfSessionIsRepeatedWithoutCondition() {
        server.faults().next(Operation.UPLOAD_START).reply(503);
        storage.put(ref("a"), Content.of(random(CHUNK + 1)));
        assertThat(server.count(Operation.UPLOAD_START)).isEqualTo(2);
    }

    @Test
    void sessionThatFailsSaysHowOftenItTried() {
        server.faults().next(Operation.UPLOAD_CHUNK).reply(503).always();
        assertThatExceptionOfType(UnavailableFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.of(random(2 * CHUNK))))
                .satisfies(failure -> assertThat(failure.details().attempts()).isEqualTo(3))
                .withMessageContaining("after 3 attempts");
        assertThat(server.count(Operation.UPLOAD_CHUNK)).isEqualTo(3);
        assertThat(storage.find(ref("a"))).isEmpty();
    }

    @Test
    void sessionThatIsRefusedForGoodIsNotRepeated() {
        put("a", "old");
        assertThatExceptionOfType(AlreadyExistsFailure.class)
                .isThrownBy(() -> storage.put(ref("a"), Content.of(random(2 * CHUNK)), Condition.ifAbsent()))
                .satisfies(failure -> assertThat(failure.details().attempts()).isEqualTo(1));
        server.access().forbid(Operation.UPLOAD_START);
        server.resetRequests();
        assertThatExceptionOfType(AccessDeniedFailure.class)
                .isThrownBy(() -> storage.put(ref("b"), Content.of(random(2 * CHUNK))))
                .withMessageContaining("storage.objects.create");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void batchThatIsLostLeavesItsKeysInTheReport() {
        List<ObjectKey> keys =
                IntStream.range(0, 150).mapToObj(i -> ObjectKey.of("k" + i)).toList();
        server.faults().next(Operation.BATCH).reply(503);
        DeleteReport report = storage.deleteAll(BUCKET, keys);
        assertThat(report.failed().size() + report.absent().size()).isEqualTo(150);
        assertThat(report.failed()).isNotEmpty();
        assertThat(report.failed().values()).allMatch(DatabotException::retryable);
    }

    @Test
    void partOfBatchThatIsRefusedIsNotCalledAbsent() {
        put("a", "text");
        put("b", "text");
        server.faults().next(Operation.DELETE).on(BUCKET.value(), "a").reply(503);
        DeleteReport report = storage.deleteAll(BUCKET, List.of(ObjectKey.of("a"), ObjectKey.of("b")));
        assertThat(report.deleted()).containsExactly(ObjectKey.of("b"));
        assertThat(report.failed()).containsOnlyKeys(ObjectKey.of("a"));
        assertThat(report.failed().get(ObjectKey.of("a"))).isInstanceOf(UnavailableFailure.class);
    }

    @Test
    void readerHasNoRetryOfItsOwn() {
        storage.put(ref("a"), Content.of(random(4 * CHUNK)));
        server.faults().next(Operation.READ).breakBodyAfter(CHUNK);
        server.resetRequests();
        try (ObjectReader reader = storage.reader(ref("a"), ContentOnly.contentOnly())) {
            assertThatExceptionOfType(UnavailableFailure.class).isThrownBy(reader::readAllBytes);
            assertThat(server.count(Operation.READ)).isEqualTo(1);
        }
    }
}
