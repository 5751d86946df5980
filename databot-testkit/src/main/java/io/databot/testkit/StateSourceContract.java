package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.databot.failure.ClosedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateMetrics;
import io.databot.state.StateSource;
import io.databot.state.StateValue;
import io.databot.state.StateWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StateSourceContract extends StateContractGroup {

    private void refresh(StateSource source) {
        assumeTrue(harness.refresh(source), "the harness cannot let a source look again");
    }

    private static StateDescription changed() {
        return StateDescription.empty()
                .withSerial(2)
                .with("google_storage_bucket.data", named("acme-dev-data-2"))
                .withOutput("bucket", StateValue.of("acme-dev-data-2"));
    }

    @Test
    @DisplayName("a state says its lineage, its serial, and where and when it was read")
    void stateSaysWhereItIsFrom() {
        State state = read(oneBucket().withSerial(42));
        assertThat(state.lineage()).isEqualTo(StateDescription.empty().lineage());
        assertThat(state.serial()).isEqualTo(42);
        assertThat(state.origin()).isNotBlank();
        assertThat(state.stale()).isFalse();
        harness.clock().ifPresent(clock -> assertThat(state.readAt()).isEqualTo(clock.instant()));
    }

    @Test
    @DisplayName("a serial is unsigned, up to the last of 64 bits")
    void serialIsUnsigned() {
        long largest = Long.parseUnsignedLong("18446744073709551615");
        assertThat(read(oneBucket().withSerial(largest)).serial()).isEqualTo(largest);
    }

    @Test
    @DisplayName("a source that looks again sees what was published since")
    void sourceThatLooksAgainSeesTheChange() {
        harness.publish(oneBucket());
        StateSource source = source();
        assertThat(source.read().get("output.bucket").asString()).isEqualTo("acme-dev-data");
        harness.publish(changed());
        refresh(source);
        State state = source.read();
        assertThat(state.serial()).isEqualTo(2);
        assertThat(state.get("google_storage_bucket.data.name").asString()).isEqualTo("acme-dev-data-2");
        assertThat(state.stale()).isFalse();
    }

    @Test
    @DisplayName("a snapshot stays as it is when another state is published")
    void snapshotStaysAsItIs() {
        harness.publish(oneBucket());
        StateSource source = source();
        State before = source.read();
        harness.publish(changed());
        assertThat(source().read().serial()).isEqualTo(2);
        assertThat(before.serial()).isEqualTo(1);
        assertThat(before.get("google_storage_bucket.data.name").asString()).isEqualTo("acme-dev-data");
        assertThat(before.outputs()).containsKey("zone");
    }

    @Test
    @DisplayName("a state that cannot be read any more is given again as it last was, marked as stale")
    void stateThatCannotBeReadAnyMoreIsStale() {
        harness.publish(oneBucket());
        StateSource source = source();
        State good = source.read();
        assumeTrue(harness.withdraw(), "the harness cannot take the state away");
        refresh(source);
        State last = source.read();
        assertThat(last.stale()).isTrue();
        assertThat(last.serial()).isEqualTo(good.serial());
        assertThat(last.readAt()).isEqualTo(good.readAt());
        assertThat(last.get("output.bucket").asString()).isEqualTo("acme-dev-data");
        assertThat(good.stale()).as("the snapshot that was given before").isFalse();
    }

    @Test
    @DisplayName("a stale state is fresh again once it can be read")
    void staleStateIsFreshAgain() {
        harness.publish(oneBucket());
        StateSource source = source();
        source.read();
        assumeTrue(harness.withdraw(), "the harness cannot take the state away");
        refresh(source);
        assertThat(source.read().stale()).isTrue();
        harness.publish(changed());
        refresh(source);
        assertThat(source.read().stale()).isFalse();
        assertThat(source.read().serial()).isEqualTo(2);
    }

    @Test
    @DisplayName("a state that never was there is NotFoundFailure and says what to do")
    void stateThatNeverWasThereIsNotFound() {
        harness.publish(oneBucket());
        assumeTrue(harness.withdraw(), "the harness cannot take the state away");
        StateSource source = source();
        NotFoundFailure failure = Failures.expect(NotFoundFailure.class, source::read);
        assertThat(failure.details().remedy()).isNotBlank();
        harness.publish(oneBucket());
        assertThat(source().read().outputs()).isNotEmpty();
    }

    @Test
    @DisplayName("a listener hears of another state, with what it was before")
    void listenerHearsOfAnotherState() {
        harness.publish(oneBucket());
        StateSource source = source();
        BlockingQueue<StateChange> heard = new LinkedBlockingQueue<>();
        StateWatch watch = source.onChange(heard::add);
        assertThat(heard).isEmpty();
        harness.publish(changed());
        refresh(source);
        source.read();
        StateChange change = Together.take(heard);
        assertThat(change.before().map(State::serial)).contains(1L);
        assertThat(change.after().serial()).isEqualTo(2);
        assertThat(change.diff().changed())
                .singleElement()
                .satisfies(one -> assertThat(one.attributes()).containsExactly("name"));
        watch.close();
    }

    @Test
    @DisplayName("a listener that has ended its watch hears nothing more, and ending it again is harmless")
    void listenerThatHasEndedHearsNothing() {
        harness.publish(oneBucket());
        StateSource source = source();
        BlockingQueue<StateChange> ended = new LinkedBlockingQueue<>();
        BlockingQueue<StateChange> other = new LinkedBlockingQueue<>();
        StateWatch watch = source.onChange(ended::add);
        StateWatch staying = source.onChange(other::add);
        watch.close();
        assertThatCode(watch::close).doesNotThrowAnyException();
        harness.publish(changed());
        refresh(source);
        source.read();
        Together.take(other);
        assertThat(ended).isEmpty();
        staying.close();
    }

    @Test
    @DisplayName("a listener that fails does not keep the others from hearing, nor itself from hearing the next change")
    void listenerThatFailsHindersNobody() {
        harness.publish(oneBucket());
        StateSource source = source();
        BlockingQueue<StateChange> failing = new LinkedBlockingQueue<>();
        BlockingQueue<StateChange> other = new LinkedBlockingQueue<>();
        source.onChange(change -> {
            failing.add(change);
            throw new IllegalStateException("a listener's own fault");
        });
        source.onChange(other::add);
        harness.publish(changed());
        refresh(source);
        source.read();
        Together.take(failing);
        assertThat(Together.take(other).after().serial()).isEqualTo(2);
        harness.publish(changed().withSerial(3).withOutput("bucket", StateValue.of("acme-dev-data-3")));
        refresh(source);
        source.read();
        assertThat(Together.take(failing).after().serial()).isEqualTo(3);
        assertThat(Together.take(other).after().serial()).isEqualTo(3);
    }

    @Test
    @DisplayName("the metrics count reads that were answered, and say how old the answer is")
    void metricsCount() {
        harness.publish(oneBucket());
        StateSource source = source();
        State state = source.read();
        source.read();
        StateMetrics metrics = source.metrics();
        assertThat(metrics.hits() + metrics.loads()).isGreaterThanOrEqualTo(2);
        assertThat(metrics.failures()).isZero();
        assertThat(metrics.stale()).isFalse();
        assertThat(metrics.readAt()).contains(state.readAt());
        assertThat(metrics.age(state.readAt().plusSeconds(5))).contains(Duration.ofSeconds(5));
        source.close();
        assertThat(source.metrics().loads()).isEqualTo(metrics.loads());
    }

    @Test
    @DisplayName("nobody can begin to listen to a closed source")
    void nobodyListensToClosedSource() {
        harness.publish(oneBucket());
        StateSource source = source();
        source.close();
        Failures.expect(ClosedFailure.class, () -> source.onChange(change -> {}));
    }

    @Test
    @DisplayName("a closed source fails with ClosedFailure, and closing again is harmless")
    void closedSourceFails() {
        harness.publish(oneBucket());
        StateSource source = source();
        source.read();
        source.close();
        assertThatCode(source::close).doesNotThrowAnyException();
        Failures.expect(ClosedFailure.class, source::read);
    }

    @Test
    @DisplayName("a source that is closed before its first read fails with ClosedFailure")
    void sourceClosedBeforeItsFirstReadFails() {
        harness.publish(oneBucket());
        StateSource source = source();
        source.close();
        Failures.expect(ClosedFailure.class, source::read);
    }

    @Test
    @DisplayName("a snapshot can be used after its source was closed")
    void snapshotCanBeUsedAfterClose() {
        harness.publish(oneBucket());
        StateSource source = source();
        State state = source.read();
        source.close();
        assertThat(state.get("google_storage_bucket.data.name").asString()).isEqualTo("acme-dev-data");
        assertThat(state.instances()).hasSize(1);
    }

    @Test
    @DisplayName("many threads read and query one source")
    void manyThreadsReadOneSource() {
        harness.publish(oneBucket());
        StateSource source = source();
        List<String> names = Together.run(16, number -> {
            State state = source.read();
            assertThat(state.instances("google_storage_bucket")).hasSize(1);
            return state.get("google_storage_bucket.data.name").asString();
        });
        assertThat(names).containsOnly("acme-dev-data");
    }
}
