package io.databot.resilience;

import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.denied;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Failures.unavailableAfter;
import static io.databot.resilience.Step.fail;
import static io.databot.resilience.Step.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.Content;
import io.databot.storage.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResumingReaderTest {

    private static final String TEXT = "0123456789";

    private final Bench bench = Bench.with();

    @BeforeEach
    void tenBytes() {
        bench.store.put(REF, Content.text(TEXT));
    }

    private ObjectReader open() {
        return bench.storage.reader(REF);
    }

    private static String rest(ObjectReader reader) {
        try {
            return new String(reader.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void brokenStreamGoesOnAtItsOffset() {
        ObjectReader reader = open();
        bench.store.script(ok(), fail(unavailable()));

        assertThat(rest(reader)).isEqualTo(TEXT);

        assertThat(bench.store.reader().seeks()).containsExactly(4L);
        assertThat(bench.time.slept()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void streamThatMakesProgressMayBreakAnyNumberOfTimes() {
        Bench two = Bench.with("retry.max-attempts", "2");
        two.store.put(REF, Content.text(TEXT.repeat(10)));
        ObjectReader reader = two.storage.reader(REF);
        for (int i = 0; i < 20; i++) {
            two.store.script(fail(unavailable()), ok());
        }

        assertThat(rest(reader)).isEqualTo(TEXT.repeat(10));
    }

    @Test
    void streamThatMakesNoProgressEndsAfterAllAttempts() {
        ObjectReader reader = open();
        bench.store.script(ok(), fail(unavailable()), fail(unavailable()), fail(unavailable()), fail(unavailable()));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> rest(reader));

        assertThat(failure.details().attempts()).isEqualTo(4);
        assertThat(bench.store.reader().reads()).containsExactly(0L, 4L, 4L, 4L, 4L);
    }

    @Test
    void streamThatEndsEarlyIsABrokenOne() {
        ObjectReader reader = open();
        bench.store.reader().cut(6);

        assertThat(rest(reader)).isEqualTo(TEXT);
        assertThat(bench.store.reader().seeks()).containsExactly(6L);
    }

    @Test
    void stallMayLastAsLongAsACall() {
        Bench brief = Bench.with("deadline", "5s");
        brief.store.put(REF, Content.text(TEXT));
        ObjectReader reader = brief.storage.reader(REF);
        brief.time.pass(Duration.ofHours(1));
        brief.store.script(
                ok(), fail(unavailable()), fail(unavailable(), () -> brief.time.pass(Duration.ofSeconds(5))));

        DatabotException failure = catchThrowableOfType(DatabotException.class, () -> rest(reader));

        assertThat(failure).hasMessageContaining("the 5s that the call may take are not enough");
    }

    @Test
    void failureThatReadingOnCannotMendIsThrownAtOnce() {
        ObjectReader reader = open();
        bench.store.script(ok(), fail(denied()));

        assertThat(catchThrowableOfType(AccessDeniedFailure.class, () -> rest(reader)))
                .isNotNull();
        assertThat(bench.store.reader().seeks()).isEmpty();
    }

    @Test
    void readerThatResumedByItselfIsNotResumedAgain() {
        ObjectReader reader = open();
        bench.store.script(fail(unavailableAfter(6)));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> rest(reader));

        assertThat(failure.details().attempts()).isEqualTo(6);
        assertThat(bench.store.reader().reads()).hasSize(1);
    }

    @Test
    void seekAndSkipMoveTheReader() {
        ObjectReader reader = open();

        reader.seek(8);
        assertThat(rest(reader)).isEqualTo("89");
        reader.seek(2);
        assertThat(reader.skip(3)).isEqualTo(3);
        assertThat(reader.position()).isEqualTo(5);
        assertThat(rest(reader)).isEqualTo("56789");
        assertThat(reader.start()).isZero();
        assertThat(reader.end()).isEqualTo(10);
    }

    @Test
    void closingEarlyDoesNotDrain() {
        ObjectReader reader = open();
        assertThat(reader.read()).isEqualTo('0');

        reader.close();

        assertThat(bench.store.reader().closed()).isTrue();
        assertThat(bench.store.reader().reads()).hasSize(1);
    }

    @Test
    void emptyObjectEndsAtOnce() {
        bench.store.put(REF, Content.text(""));

        assertThat(open().read()).isEqualTo(-1);
    }

    @Test
    void onlyReadsThatBeganAnewAreRecorded() {
        ObjectReader reader = open();
        bench.store.script(ok(), fail(unavailable()));

        rest(reader);

        assertThat(bench.records).extracting(CallRecord::operation).containsExactly("open reader", "resume read");
    }
}
