package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    static Stream<Arguments> refusedKeys() {
        return Stream.of(
                Arguments.of("", "at least one character"),
                Arguments.of(".", "not object keys"),
                Arguments.of("..", "not object keys"),
                Arguments.of("a\rb", "carriage return or line feed"),
                Arguments.of("a\n", "carriage return or line feed"),
                Arguments.of(".well-known/acme-challenge/token", "reserved"),
                Arguments.of("a\uD83D", "surrogate"),
                Arguments.of("\uDE00a", "surrogate"),
                Arguments.of("\uDE00\uD83D", "surrogate"),
                Arguments.of("k".repeat(1025), "1024 bytes"),
                Arguments.of("é".repeat(513), "has 1026"),
                Arguments.of("😀".repeat(256) + "a", "has 1025"));
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @MethodSource("refusedKeys")
    void keyThatNoStoreCanHoldIsRefusedWithTheReason(String key, String reason) {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> ObjectKey.of(key))
                .withMessageContaining(reason)
                .satisfies(failure -> assertThat(failure.details().remedy()).isNotBlank());
    }

    @Test
    void nullKeyIsRefused() {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> ObjectKey.of(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "/", "a//b", "../a", "a/.", "...", "a\u0000b", "\uFFFD", "😀", ".well-known/a"})
    void anyOtherTextIsKeptAsItIs(String key) {
        assertThat(ObjectKey.of(key).value()).isEqualTo(key);
        assertThat(ObjectKey.of(key)).hasToString(key).isEqualTo(new ObjectKey(key));
    }

    @Test
    void keyOfExactly1024BytesIsAccepted() {
        assertThat(ObjectKey.of("k".repeat(1024)).value()).hasSize(1024);
        assertThat(ObjectKey.of("😀".repeat(256)).value()).hasSize(512);
    }

    @Test
    void refusedKeyIsShownShortenedAndOnOneLine() {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> ObjectKey.of("line\nbreak " + "x".repeat(2000)))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("\"line\\u000abreak ")
                        .contains("…\"")
                        .doesNotContain("\n")
                        .hasSizeLessThan(300));
    }

    @Test
    void keysAreOrderedByTheirUtf8Bytes() {
        List<ObjectKey> keys = randomKeys();
        List<ObjectKey> byBytes = new ArrayList<>(keys);
        byBytes.sort((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
        List<ObjectKey> byKey = new ArrayList<>(keys);
        byKey.sort(null);
        assertThat(byKey).isEqualTo(byBytes);
    }

    @Test
    void comparisonHasTheSignOfTheBytesForEveryPair() {
        List<ObjectKey> keys = randomKeys().subList(0, 200);
        for (ObjectKey a : keys) {
            for (ObjectKey b : keys) {
                assertThat(Integer.signum(a.compareTo(b)))
                        .isEqualTo(Integer.signum(Arrays.compareUnsigned(utf8(a), utf8(b))));
            }
        }
    }

    @Test
    void orderIsNotThatOfUtf16() {
        assertThat(ObjectKey.of("\uFFFD")).isLessThan(ObjectKey.of("😀"));
        assertThat("\uFFFD").isGreaterThan("😀");
    }

    private static byte[] utf8(ObjectKey key) {
        return key.value().getBytes(StandardCharsets.UTF_8);
    }

    /** Short keys of few characters from every length of UTF-8, so that many share a beginning. */
    private static List<ObjectKey> randomKeys() {
        int[] points = {0, 'a', 'b', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x1f600, 0x10ffff};
        SplittableRandom random = new SplittableRandom(42);
        return IntStream.range(0, 5000)
                .mapToObj(i -> {
                    StringBuilder key = new StringBuilder();
                    for (int n = 1 + random.nextInt(5); n > 0; n--) {
                        key.appendCodePoint(points[random.nextInt(points.length)]);
                    }
                    return ObjectKey.of(key.toString());
                })
                .toList();
    }
}
