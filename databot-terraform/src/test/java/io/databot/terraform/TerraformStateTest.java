package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.ClosedFailure;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a state is kept, and what happens when it cannot be read again. */
class TerraformStateTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final String OTHER_LINEAGE = "00000000-0000-4000-8000-00000000ffff";

    @TempDir
    private Path directory;

    private final TestClock clock = TestClock.fixed();
    private final List<Duration> pauses = new ArrayList<>();
    private final LogCapture log = LogCapture.of(SnapshotCache.class);
    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("terraform.tfstate");
    }

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    private TerraformState source() {
        return source(pauses::add);
    }

    private TerraformState source(Sleeper sleeper) {
        return TerraformState.builder("dev")
                .location(file.toString())
                .ttl(TTL)
                .clock(clock)
                .sleeper(sleeper)
                .build();
    }

    private void write(String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String serial, String said) {
        write(States.numbered(States.LINEAGE, serial, said));
    }

    private static String said(State state) {
        return state.get("output.said").asString();
    }

    @Test
    void nothingIsReadBeforeTheFirstRead() {
        TerraformState source = source();
        write("1", "late");
        assertThat(said(source.read())).isEqualTo("late");
    }

    @Test
    void snapshotIsKeptUntilTheTimeToLiveHasPassed() {
        TerraformState source = source();
        write("1", "old");
        State first = source.read();
        write("2", "new");
        clock.advance(TTL.minusNanos(1));
        assertThat(source.read()).isSameAs(first);
        clock.advance(Duration.ofNanos(1));
        State second = source.read();
        assertThat(said(second)).isEqualTo("new");
        assertThat(second.readAt()).isEqualTo(clock.instant());
        assertThat(said(first)).isEqualTo("old");
    }

    @Test
    void shortTimeToLiveIsKeptToo() {
        Duration ttl = Duration.ofMillis(100);
        TerraformState source = TerraformState.builder("dev")
                .location(file.toString())
                .ttl(ttl)
                .clock(clock)
                .build();
        write("1", "x");
        State last = source.read();
        for (int i = 0; i < 30; i++) {
            clock.advance(ttl.minusMillis(1));
            assertThat(source.read()).isSameAs(last);
            clock.advance(Duration.ofMillis(1));
            State next = source.read();
            assertThat(next).isNotSameAs(last);
            last = next;
        }
    }

    @Test
    void readersGetTheLastSnapshotWhileOneReadsAnew() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TerraformState source = source(pause -> {
            reading.countDown();
            if (goOn.await(1, TimeUnit.MINUTES)) {
                write("2", "new");
            }
        });
        write("1", "old");
        State old = source.read();
        clock.advance(TTL);
        write("");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<State> loader = other.submit(source::read);
            assertThat(reading.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(source.read()).isSameAs(old);
            assertThat(source.read()).isSameAs(old);
            goOn.countDown();
            assertThat(said(loader.get(1, TimeUnit.MINUTES))).isEqualTo("new");
            assertThat(said(source.read())).isEqualTo("new");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void firstReadersWaitForOneLoader() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TerraformState source = source(pause -> {
            pauses.add(pause);
            reading.countDown();
            if (goOn.await(1, TimeUnit.MINUTES)) {
                write("1", "whole");
            }
        });
        write("{");
        ExecutorService others = Executors.newFixedThreadPool(4);
        try {
            List<Future<State>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(others.submit(source::read));
            }
            assertThat(reading.await(1, TimeUnit.MINUTES)).isTrue();
            goOn.countDown();
            State first = readers.get(0).get(1, TimeUnit.MINUTES);
            for (Future<State> reader : readers) {
                assertThat(reader.get(1, TimeUnit.MINUTES)).isSameAs(first);
            }
            assertThat(pauses).as("one reader waited for the file").hasSize(1);
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void tornFileIsReadAgainUntilItIsWhole() {
        byte[] whole = States.resource("stage.tfstate");
        List<Integer> lengths = new ArrayList<>(List.of(whole.length / 2, 0, whole.length - 3, whole.length));
        TerraformState source = source(pause -> {
            pauses.add(pause);
            writePrefix(whole, lengths.remove(0));
        });
        write("");
        assertThat(source.read().get("output.workspace").asString()).isEqualTo("stage");
        assertThat(source.read().stale()).isFalse();
        assertThat(pauses).hasSize(4);
    }

    private void writePrefix(byte[] whole, int length) {
        try {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fileThatStaysEmptyIsGivenUpAfterTwoSeconds() {
        write("");
        StateFailure failure = catchThrowableOfType(StateFailure.class, source()::read);
        assertThat(failure.problem()).isEqualTo(Problem.EMPTY);
        assertThat(waited()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_100));
    }

    @Test
    void lockedFileIsWaitedForLongerAndItsHolderIsNamed() throws IOException {
        write("{\"version\":4,");
        lock(
                "{\"ID\":\"x\",\"Operation\":\"OperationTypeApply\",\"Info\":\"\",\"Who\":\"ada@engine\",\"Version\":\"1.11.4\","
                        + "\"Created\":\"2026-01-01T00:00:00Z\",\"Path\":\"terraform.tfstate\"}");
        StateFailure failure = catchThrowableOfType(StateFailure.class, source()::read);
        assertThat(failure.problem()).isEqualTo(Problem.TRUNCATED);
        assertThat(failure).hasMessageContaining("ada@engine").hasMessageContaining("OperationTypeApply");
        assertThat(waited()).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_100));
    }

    @Test
    void lockNoteThatIsTornItselfStillCounts() throws IOException {
        write("");
        lock("{\"ID\":");
        assertThatThrownBy(source()::read).isInstanceOf(StateFailure.class).hasMessageContaining("locked by unknown");
    }

    @Test
    void lockBesideAWholeFileIsNoMatter() throws IOException {
        write("1", "whole");
        lock("{}");
        assertThat(said(source().read())).isEqualTo("whole");
        assertThat(pauses).isEmpty();
    }

    private void lock(String content) throws IOException {
        Files.writeString(directory.resolve(".terraform.tfstate.lock.info"), content);
    }

    private Duration waited() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void lastGoodSnapshotIsGivenOutAsStaleAndLoggedOnce() throws IOException {
        TerraformState source = source();
        write("1", "good");
        source.read();
        lock("{}");
        write("");
        for (int i = 0; i < 5; i++) {
            clock.advance(TTL);
            State state = source.read();
            assertThat(state.stale()).isTrue();
            assertThat(said(state)).isEqualTo("good");
        }
        assertThat(log.lines()).singleElement().asString().contains("last good state", "the file is empty");
    }

    @Test
    void otherFailuresLeaveTheLastGoodSnapshotToo() throws IOException {
        TerraformState source = source();
        write("1", "good");
        source.read();
        clock.advance(TTL);
        write("not JSON");
        assertThat(source.read().stale()).isTrue();
        Files.delete(file);
        clock.advance(TTL);
        assertThat(source.read().stale()).isTrue();
        assertThat(pauses).as("nothing to wait for").isEmpty();
    }

    @Test
    void staleSnapshotGivesWayASecondAfterTheFileIsGoodAgain() {
        TerraformState source = source();
        write("1", "good");
        source.read();
        clock.advance(TTL);
        write("not JSON");
        assertThat(source.read().stale()).isTrue();
        write("2", "better");
        clock.advance(Duration.ofMillis(999));
        assertThat(source.read().stale()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(said(source.read())).isEqualTo("better");
        assertThat(source.read().stale()).isFalse();
        write("not JSON");
        clock.advance(TTL);
        assertThat(source.read().stale()).isTrue();
        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(1)).contains("can be read again");
    }

    @Test
    void absenceIsKeptForASecondAtMost() {
        TerraformState source = source();
        assertThatThrownBy(source::read).isInstanceOf(NotFoundFailure.class);
        write("1", "there");
        assertThatThrownBy(source::read).isInstanceOf(NotFoundFailure.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(said(source.read())).isEqualTo("there");
    }

    @Test
    void serialNeverGoesBackWithinALineage() {
        TerraformState source = source();
        write("18446744073709551615", "newest");
        source.read();
        write("9223372036854775807", "older");
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("newest");
        assertThat(source.read().stale()).isTrue();
        assertThat(log.lines()).singleElement().asString().contains("18446744073709551615 to 9223372036854775807");
    }

    @Test
    void anotherLineageMayHaveAnySerial() {
        TerraformState source = source();
        write("7", "first");
        source.read();
        write(States.numbered(OTHER_LINEAGE, "1", "second"));
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("second");
        assertThat(source.read().stale()).isFalse();
    }

    @Test
    void interruptedReaderIsToldAndOthersAreNot() {
        write("");
        TerraformState source = source(pause -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(source::read).isInstanceOf(InterruptedFailure.class);
        assertThat(Thread.interrupted()).isTrue();
        write("1", "whole");
        assertThat(said(source.read())).isEqualTo("whole");
    }

    @Test
    void interruptedRefreshLeavesTheLastSnapshot() {
        TerraformState source = source(pause -> {
            throw new InterruptedException();
        });
        write("1", "old");
        source.read();
        write("");
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("old");
        assertThat(Thread.interrupted()).isTrue();
        write("2", "new");
        assertThat(said(source.read())).isEqualTo("new");
    }

    @Test
    void closedSourceRefuses() {
        write("1", "x");
        TerraformState source = source();
        source.read();
        source.close();
        source.close();
        assertThatThrownBy(source::read).isInstanceOf(ClosedFailure.class);
    }

    @Test
    void fileOverTheLimitIsRefused() {
        write("1", "x".repeat(2_000));
        try (TerraformState source = TerraformState.builder("dev")
                .location(file.toString())
                .maxBytes(1_000)
                .build()) {
            StateFailure failure = catchThrowableOfType(StateFailure.class, source::read);
            assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
        }
    }
}
