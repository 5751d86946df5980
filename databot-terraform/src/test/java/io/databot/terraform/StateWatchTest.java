package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateMetrics;
import io.databot.state.StateWatch;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching a state, counting what was done for it, and how long a last good one is given out. */
class StateWatchTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path directory;

    private final TestClock clock = TestClock.fixed();
    private final BlockingQueue<StateChange> heard = new LinkedBlockingQueue<>();
    private Optional<TerraformState> opened = Optional.empty();

    @AfterEach
    void closeSource() {
        opened.ifPresent(TerraformState::close);
    }

    private Path file() {
        return directory.resolve("terraform.tfstate");
    }

    private TerraformState source(Duration watchEvery) {
        TerraformState source = TerraformState.builder("dev")
                .location(file().toString())
                .ttl(TTL)
                .maxStale(Duration.ofMinutes(10))
                .watchEvery(watchEvery)
                .retryFor(Duration.ZERO)
                .clock(clock)
                .build();
        opened = Optional.of(source);
        return source;
    }

    private void write(String serial, String said) throws IOException {
        Path next = directory.resolve("next");
        Files.writeString(next, States.numbered(States.LINEAGE, serial, said));
        Files.move(next, file(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private StateChange next() throws InterruptedException {
        StateChange change = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(change).as("a change heard of in time").isNotNull();
        return change;
    }

    private static String said(State state) {
        return state.get("output.said").asString();
    }

    @Test
    void changeOfLocalFileIsHeardOfWithoutWaitingForThePause() throws Exception {
        write("1", "old");
        source(NEVER).onChange(heard::add);
        write("2", "new");
        StateChange change = next();
        assertThat(change.before().map(StateWatchTest::said)).contains("old");
        assertThat(said(change.after())).isEqualTo("new");
        assertThat(change.diff().outputs()).hasSize(1);
    }

    @Test
    void readerGetsWhatTheListenerHeardOfThoughTheTimeToLiveHasNotPassed() throws Exception {
        write("1", "old");
        TerraformState source = source(NEVER);
        assertThat(said(source.read())).isEqualTo("old");
        source.onChange(heard::add);
        write("2", "new");
        next();
        assertThat(said(source.read())).isEqualTo("new");
    }

    @Test
    void firstStateIsAChangeFromNothing() throws Exception {
        source(Duration.ofMillis(1)).onChange(heard::add);
        write("1", "first");
        StateChange change = next();
        assertThat(change.before()).isEmpty();
        assertThat(change.diff().outputs()).isNotEmpty();
    }

    @Test
    void fileThatIsGoneForAWhileIsReportedOnlyWhenItHasChanged() throws Exception {
        write("1", "old");
        TerraformState source = source(Duration.ofMillis(1));
        source.onChange(heard::add);
        Files.delete(file());
        while (source.metrics().failures() == 0) {
            Thread.onSpinWait();
        }
        write("1", "old");
        while (source.metrics().stale()) {
            Thread.onSpinWait();
        }
        assertThat(heard).isEmpty();
        write("2", "new");
        assertThat(next().before().map(StateWatchTest::said)).contains("old");
    }

    @Test
    void listeningToLocalFileBeginsWithOneRead() throws Exception {
        write("1", "old");
        TerraformState source = source(NEVER);
        source.onChange(heard::add);
        StateMetrics metrics = source.metrics();
        assertThat(metrics.loads() + metrics.unchanged()).isEqualTo(1);
    }

    @Test
    void changesAreHeardOfAfterTheDirectoryWasMadeAnew() throws Exception {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Path state = inner.resolve("terraform.tfstate");
        Files.writeString(state, States.numbered(States.LINEAGE, "1", "old"));
        try (TerraformState source = TerraformState.builder("dev")
                .location(state.toString())
                .watchEvery(Duration.ofMillis(5))
                .retryFor(Duration.ZERO)
                .build()) {
            source.onChange(heard::add);
            Files.delete(state);
            Files.delete(inner);
            while (source.metrics().failures() == 0) {
                Thread.onSpinWait();
            }
            Files.createDirectory(inner);
            Files.writeString(state, States.numbered(States.LINEAGE, "2", "new"));
            assertThat(said(next().after())).isEqualTo("new");
        }
    }

    @Test
    void threadEndsWithTheLastListenerAndBeginsAgainWithTheNext() throws Exception {
        write("1", "old");
        TerraformState source = source(NEVER);
        StateWatch some = source.onChange(heard::add);
        StateWatch other = source.onChange(change -> {});
        Thread thread = watcher().orElseThrow();
        some.close();
        assertThat(thread.isAlive()).isTrue();
        other.close();
        thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(thread.isAlive()).isFalse();
        source.onChange(heard::add);
        write("2", "new");
        assertThat(said(next().after())).isEqualTo("new");
        Thread again = watcher().orElseThrow();
        source.close();
        again.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(again.isAlive()).isFalse();
    }

    private static Optional<Thread> watcher() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("databot-state-watch") && thread.isAlive())
                .findFirst();
    }

    @Test
    void hitsLoadsLooksAndFailuresAreCounted() throws Exception {
        write("1", "old");
        TerraformState source = source(NEVER);
        assertThat(source.metrics().readAt()).isEmpty();
        source.read();
        source.read();
        source.read();
        clock.advance(TTL);
        write("2", "new");
        source.read();
        Files.delete(file());
        clock.advance(TTL);
        assertThat(source.read().stale()).isTrue();
        StateMetrics metrics = source.metrics();
        assertThat(metrics.hits()).isEqualTo(2);
        assertThat(metrics.loads()).isEqualTo(2);
        assertThat(metrics.failures()).isEqualTo(1);
        assertThat(metrics.stale()).isTrue();
        assertThat(metrics.age(clock.instant())).contains(TTL);
        assertThat(metrics.loadTime()).isPositive();
    }

    @Test
    void fileWithTheSameBytesIsReadAndNotParsedAgain() throws Exception {
        write("1", "same");
        TerraformState source = source(NEVER);
        State first = source.read();
        clock.advance(TTL);
        write("1", "same");
        State second = source.read();
        assertThat(Relabelled.sameContent(first, second)).isTrue();
        assertThat(second.readAt()).isEqualTo(clock.instant());
        assertThat(source.metrics().unchanged()).isEqualTo(1);
        assertThat(source.metrics().loads()).isEqualTo(1);
        clock.advance(TTL);
        write("1", "else");
        assertThat(said(source.read())).isEqualTo("else");
    }

    @Test
    void lastGoodStateIsGivenOutOnlyUntilItIsTooOld() throws Exception {
        write("1", "old");
        TerraformState source = source(NEVER);
        source.read();
        Files.delete(file());
        clock.advance(Duration.ofMinutes(10));
        assertThat(source.read().stale()).isTrue();
        clock.advance(Duration.ofSeconds(2));
        assertThatExceptionOfType(NotFoundFailure.class)
                .isThrownBy(source::read)
                .withMessageContaining("state.max-stale (600 s)");
        write("2", "new");
        clock.advance(Duration.ofSeconds(2));
        assertThat(said(source.read())).isEqualTo("new");
    }
}
