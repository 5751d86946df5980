package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @Test
    void lengthIsThatOfTheEncodedText() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            int point = random.nextInt(Character.MAX_CODE_POINT + 1);
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String text = "a" + Character.toString(point) + "é";
                assertThat(Utf8.length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
            }
        }
        assertThat(Utf8.length("")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "😀\uD83D"})
    void halfSurrogatePairHasNoLength(String text) {
        assertThat(Utf8.length(text)).isEqualTo(-1);
    }
}
