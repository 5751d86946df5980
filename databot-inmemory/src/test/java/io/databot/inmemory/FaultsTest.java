package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.Content;
import io.databot.storage.DeleteReport;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.Timeout;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final ObjectRef OBJECT = ObjectRef.of("acme-test", "a.txt");

    private final TestClock clock = TestClock.fixed();
    private final InMemoryStorage storage = InMemoryStorage.builder()
            .clock(clock, clock::advance)
            .bucket("acme-test")
            .build();

    @Test
    void faultsWaitInLineForTheirKindOfCall() {
        storage.faults().next(StorageOperation.PUT, 2).throttle(Duration.ofSeconds(3));
        storage.faults().next(StorageOperation.PUT).unavailable();

        assertThat(storage.find(OBJECT)).isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::put)
                    .isInstanceOfSatisfying(
                            ThrottledFailure.class,
                            failure ->
                                    assertThat(failure.details().retryAfter()).isEqualTo(Duration.ofSeconds(3)));
        }
        assertThatThrownBy(this::put)
                .isInstanceOf(UnavailableFailure.class)
                .hasMessage(
                        "put memory://acme-test/a.txt: a fault was injected. Faults.clear() removes those that wait.");
        assertThat(storage.find(OBJECT)).as("nothing was written").isEmpty();
        put();
        assertThat(storage.find(OBJECT)).isPresent();
    }

    @Test
    void lostReplyTakesEffectAndFails() {
        storage.faults().next(StorageOperation.writes(), 1).loseReply();

        assertThatThrownBy(this::put)
                .isInstanceOfSatisfying(
                        UnavailableFailure.class,
                        failure -> assertThat(failure.retryable()).isTrue());
        assertThat(storage.find(OBJECT)).isPresent();
    }

    @Test
    void failedCommitPublishesNothing() {
        storage.faults().next(StorageOperation.COMMIT).fail(AccessDeniedFailure::new);
        try (ObjectWriter writer = storage.writer(OBJECT)) {
            writer.write(new byte[] {1});
            assertThatThrownBy(writer::commit).isInstanceOf(AccessDeniedFailure.class);
        }
        assertThat(storage.find(OBJECT)).isEmpty();
    }

    @Test
    void delayMovesTheClockAndNobodySleeps() {
        Instant before = clock.instant();
        storage.faults().next(StorageOperation.PUT).delay(Duration.ofMinutes(2));

        storage.put(OBJECT, Content.text("x"), Timeout.of(Duration.ofMinutes(3)));

        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofMinutes(2)));
        assertThat(storage.find(OBJECT).orElseThrow().created()).isEqualTo(clock.instant());
    }

    @Test
    void delayOverTheTimeoutIsDeadlineExceededAndDoesNothing() {
        Instant before = clock.instant();
        storage.faults().next(StorageOperation.PUT).delay(Duration.ofMinutes(2));

        assertThatThrownBy(() -> storage.put(OBJECT, Content.text("x"), Timeout.of(Duration.ofMinutes(1))))
                .isInstanceOf(DeadlineExceededFailure.class)
                .hasMessageContaining("it takes PT2M, the timeout is PT1M");
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofMinutes(1)));
        assertThat(storage.find(OBJECT)).isEmpty();
    }

    @Test
    void delayIsRefusedWhereTheClockCannotBeMoved() {
        InMemoryStorage still = InMemoryStorage.builder().clock(clock).build();
        assertThatThrownBy(() -> still.faults().next(StorageOperation.PUT).delay(Duration.ofSeconds(1)))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("clock(clock, clock::advance)");
    }

    @Test
    void readerBreaksOnceAndGoesOnAfterSeek() throws IOException {
        storage.put(OBJECT, Content.text("0123456789"));
        storage.faults().next(StorageOperation.READER).breakAfter(4);
        try (ObjectReader reader = storage.reader(OBJECT)) {
            byte[] buffer = new byte[10];
            assertThat(reader.read(buffer)).isEqualTo(4);
            assertThatThrownBy(reader::read).isInstanceOf(UnavailableFailure.class);
            assertThat(reader.position()).isEqualTo(4);
            reader.seek(4);
            assertThat(reader.readAllBytes()).asString().isEqualTo("456789");
        }
    }

    @Test
    void rottenObjectIsCorruptedUntilItIsWrittenAgain() throws IOException {
        storage.put(OBJECT, Content.text("0123456789"));
        storage.rot(OBJECT);
        try (ObjectReader reader = storage.reader(OBJECT)) {
            assertThatThrownBy(reader::readAllBytes)
                    .isInstanceOf(CorruptedFailure.class)
                    .hasMessageContaining("memory://acme-test/a.txt");
            assertThatThrownBy(reader::read).as("it stays so").isInstanceOf(CorruptedFailure.class);
            reader.seek(1);
            assertThat(reader.readAllBytes())
                    .as("a part is not checked")
                    .asString()
                    .isEqualTo("123456789");
            reader.seek(0);
            assertThatThrownBy(reader::readAllBytes).isInstanceOf(CorruptedFailure.class);
        }
        storage.put(OBJECT, Content.text("0123456789"));
        try (ObjectReader reader = storage.reader(OBJECT)) {
            assertThat(reader.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void faultOfOneObjectStandsUntilItIsCleared() {
        put();
        ObjectRef other = ObjectRef.of("acme-test", "b.txt");
        storage.put(other, Content.text("x"));
        storage.faults().on(OBJECT).deny();

        assertThatThrownBy(() -> storage.find(OBJECT)).isInstanceOf(AccessDeniedFailure.class);
        assertThatThrownBy(this::put).isInstanceOf(AccessDeniedFailure.class);
        DeleteReport report = storage.deleteAll(OBJECT.bucket(), List.of(OBJECT.key(), other.key()));
        assertThat(report.deleted()).containsExactly(other.key());
        assertThat(report.failed()).containsOnlyKeys(OBJECT.key());

        storage.faults().clear();
        assertThat(storage.find(OBJECT)).isPresent();
    }

    @Test
    void callsAreCountedByKindWhetherTheySucceedOrFail() {
        put();
        storage.faults().next(StorageOperation.PUT).unavailable();
        assertThatThrownBy(this::put).isInstanceOf(DatabotException.class);
        storage.another().find(OBJECT);

        assertThat(storage.faults().calls(StorageOperation.PUT)).isEqualTo(2);
        assertThat(storage.faults().calls(StorageOperation.FIND)).isEqualTo(1);
        assertThat(storage.faults().calls()).isEqualTo(3);
    }

    private void put() {
        storage.put(OBJECT, Content.text("x"));
    }
}
