package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.RangeNotSatisfiableFailure;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

    private static ByteRange.Slice slice(long offset, long length) {
        return new ByteRange.Slice(offset, length);
    }

    @Test
    void rangeIsCutAtTheEnd() {
        assertThat(ByteRange.from(3).within(10)).isEqualTo(slice(3, 7));
        assertThat(ByteRange.of(3, 4).within(10)).isEqualTo(slice(3, 4));
        assertThat(ByteRange.of(3, 40).within(10)).isEqualTo(slice(3, 7));
        assertThat(ByteRange.of(3, Long.MAX_VALUE).within(10)).isEqualTo(slice(3, 7));
        assertThat(ByteRange.last(4).within(10)).isEqualTo(slice(6, 4));
        assertThat(ByteRange.last(40).within(10)).isEqualTo(slice(0, 10));
        assertThat(slice(3, 4).end()).isEqualTo(7);
    }

    @Test
    void rangeThatStartsAtTheEndIsEmpty() {
        assertThat(ByteRange.from(10).within(10)).isEqualTo(slice(10, 0));
        assertThat(ByteRange.of(10, 5).within(10)).isEqualTo(slice(10, 0));
        assertThat(ByteRange.last(0).within(10)).isEqualTo(slice(10, 0));
        assertThat(ByteRange.last(5).within(0)).isEqualTo(slice(0, 0));
    }

    @Test
    void rangeThatStartsPastTheEndIsNotSatisfiable() {
        for (ByteRange range : new ByteRange[] {ByteRange.from(11), ByteRange.of(11, 0), ByteRange.of(11, 1)}) {
            assertThatExceptionOfType(RangeNotSatisfiableFailure.class)
                    .isThrownBy(() -> range.within(10))
                    .withMessageContaining("bytes from 11")
                    .withMessageContaining("10 bytes");
        }
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ByteRange.from(-1));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ByteRange.of(-1, 1));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ByteRange.of(1, -1));
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> ByteRange.last(-5))
                .withMessageContaining("-5");
    }
}
