package io.databot.resilience;

import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.denied;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Step.fail;
import static io.databot.resilience.Step.lose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ObjectWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private final Bench bench = Bench.with();

    @Test
    void callIsRecordedOnceWithItsRetriesAndWaits() {
        bench.store.script(fail(unavailable()), fail(unavailable()));

        bench.storage.find(REF);

        assertThat(bench.records)
                .containsExactly(new CallRecord("find", "object", 3, Duration.ofMillis(600), Optional.empty()));
        assertThat(bench.records.get(0).outcome()).isEqualTo("success");
    }

    @Test
    void failedCallIsRecordedWithWhatTheCallerSees() {
        bench.store.script(fail(denied()));

        Throwable thrown = catchThrowable(() -> bench.storage.find(REF));

        assertThat(bench.records).singleElement().satisfies(call -> {
            assertThat(call.failure()).containsSame(thrown);
            assertThat(call.outcome()).isEqualTo("AccessDenied");
            assertThat(call.attempts()).isEqualTo(1);
        });
    }

    @Test
    void lookAfterALostReplyIsPartOfItsCall() {
        bench.store.script(lose(unavailable()));

        bench.storage.put(REF, Content.text("a"), Condition.ifAbsent());

        assertThat(bench.records)
                .singleElement()
                .satisfies(call -> assertThat(call.attempts()).isEqualTo(2));
    }

    @Test
    void bugInAnAdapterIsRecordedAndPassedOn() {
        IllegalStateException bug = new IllegalStateException("a bug");
        bench.store.script(new Step(
                () -> {
                    throw bug;
                },
                () -> {}));

        assertThat(catchThrowable(() -> bench.storage.find(REF))).isSameAs(bug);
        assertThat(bench.records)
                .singleElement()
                .satisfies(call -> assertThat(call.outcome()).isEqualTo("IllegalStateException"));
    }

    @Test
    void listenerThatFailsDoesNotDisturbTheCall() {
        Resilience watched = bench.resilience.observedBy(call -> {
            throw new IllegalStateException("a bug in a listener");
        });

        assertThat(watched.around(bench.store).find(REF)).isEmpty();
    }

    @Test
    void writerIsRecordedWhenOpenedAndWhenCommittedAndNeverRepeated() {
        ObjectWriter writer = bench.storage.writer(REF);
        writer.write(new byte[] {1, 2});
        bench.store.script(fail(unavailable()));

        Throwable thrown = catchThrowable(writer::commit);
        writer.close();

        assertThat(thrown).hasMessageContaining("the connection was reset");
        assertThat(bench.store.requests()).containsExactly("writer", "commit", "close writer");
        assertThat(bench.records).extracting(CallRecord::operation).containsExactly("open writer", "commit");
        assertThat(bench.records).extracting(CallRecord::outcome).containsExactly("success", "Unavailable");
    }

    @Test
    void committedWriterGivesTheObject() {
        try (ObjectWriter writer = bench.storage.writer(REF, Condition.ifAbsent())) {
            writer.write(new byte[] {1, 2});
            writer.flush();
            writer.write(3);

            assertThat(writer.commit().size()).isEqualTo(3);
        }
    }
}
