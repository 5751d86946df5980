package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Timeout SECOND = Timeout.of(Duration.ofSeconds(1));

    @Test
    void optionIsFoundByItsType() {
        Options options =
                Options.of(new WriteOption[] {SECOND, Condition.ifGeneration(7), ObjectMetadata.ofType("a/b")});
        assertThat(options.find(IfGeneration.class)).contains(new IfGeneration(7));
        assertThat(options.has(IfAbsent.class)).isFalse();
        assertThat(options.metadata()).isEqualTo(ObjectMetadata.ofType("a/b"));
        assertThat(options.timeout()).contains(Duration.ofSeconds(1));
    }

    @Test
    void noOptionsAnswerWithTheirAbsence() {
        Options options = Options.of(new WriteOption[0]);
        assertThat(options.find(Timeout.class)).isEmpty();
        assertThat(options.metadata()).isEqualTo(ObjectMetadata.none());
        assertThat(options.timeout()).isEmpty();
    }

    @Test
    void rangeIsFoundByItsCommonType() {
        ByteRange range = ByteRange.last(4);
        assertThat(Options.of(new ReadOption[] {range}).find(ByteRange.class)).contains(range);
    }

    @Test
    void twoOptionsOfOneKindAreRefusedByName() {
        StorageOption[][] pairs = {
            {SECOND, Timeout.of(Duration.ofSeconds(2))},
            {SECOND, SECOND},
            {ByteRange.from(1), ByteRange.last(2)},
            {Condition.ifAbsent(), Condition.ifGeneration(3)},
            {Condition.ifGeneration(1), Condition.ifGeneration(2)},
            {ObjectMetadata.none(), ObjectMetadata.ofType("a/b")},
            {Crc32c.of(new byte[0]), Crc32c.of(new byte[1])}
        };
        for (StorageOption[] pair : pairs) {
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> Options.of(pair))
                    .withMessageContaining(pair[0].toString())
                    .withMessageContaining("one option of a kind");
        }
    }

    @Test
    void conditionsOfDifferentKindsGoTogether() {
        Options options = Options.of(new DeleteOption[] {Condition.ifGeneration(1), Condition.ifMetageneration(2)});
        assertThat(options.has(IfGeneration.class)).isTrue();
        assertThat(options.has(IfMetageneration.class)).isTrue();
    }

    @Test
    void numbersOfGenerationsArePositive() {
        for (long bad : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Condition.ifGeneration(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Condition.ifGenerationNot(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Condition.ifMetageneration(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Condition.ifSourceGeneration(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> AtGeneration.of(bad))
                    .withMessageContaining("ifAbsent");
        }
    }

    @Test
    void timeoutIsLongerThanZero() {
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Timeout.of(Duration.ZERO));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Timeout.of(Duration.ofSeconds(-1)));
    }
}
