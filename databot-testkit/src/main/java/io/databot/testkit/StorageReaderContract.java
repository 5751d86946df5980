package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.ClosedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.ByteRange;
import io.databot.storage.Content;
import io.databot.storage.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageReaderContract extends StorageContractGroup {

    private static final String TEN = "0123456789";

    private ObjectReader openTen(io.databot.storage.ReadOption... options) {
        put("a", TEN);
        return storage.reader(ref("a"), options);
    }

    private static String rest(ObjectReader reader) throws IOException {
        return new String(reader.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("single bytes come in order, each moves the position, and the end is -1 for good (A5.71, A5.72)")
    void singleBytesComeInOrder() {
        try (ObjectReader reader = openTen()) {
            for (int i = 0; i < 10; i++) {
                assertThat(reader.position()).isEqualTo(i);
                assertThat(reader.read()).isEqualTo('0' + i);
            }
            assertThat(reader.read()).isEqualTo(-1);
            assertThat(reader.read(new byte[4])).isEqualTo(-1);
            assertThat(reader.read()).isEqualTo(-1);
            assertThat(reader.position()).isEqualTo(10);
        }
    }

    @Test
    @DisplayName("bytes of 128 and over come as positive numbers (A5.72)")
    void highBytesComeAsPositiveNumbers() {
        storage.put(ref("a"), Content.of(new byte[] {(byte) 0xff, (byte) 0x80}));
        try (ObjectReader reader = storage.reader(ref("a"))) {
            assertThat(reader.read()).isEqualTo(0xff);
            assertThat(reader.read()).isEqualTo(0x80);
            assertThat(reader.read()).isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("a read fills only the part of the array that it was given (A5.73)")
    void readFillsOnlyThePartItWasGiven() throws IOException {
        try (ObjectReader reader = openTen()) {
            byte[] buffer = new byte[8];
            assertThat(reader.readNBytes(buffer, 2, 3)).isEqualTo(3);
            assertThat(buffer).containsExactly(0, 0, '0', '1', '2', 0, 0, 0);
            assertThat(reader.position()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("a read of no bytes gives 0 and moves nothing, also at the end (A5.73)")
    void readOfNoBytesGivesZero() {
        try (ObjectReader reader = openTen()) {
            assertThat(reader.read(new byte[0])).isZero();
            assertThat(reader.read(new byte[4], 4, 0)).isZero();
            assertThat(reader.position()).isZero();
            reader.seek(10);
            assertThat(reader.read(new byte[0])).isZero();
        }
    }

    @Test
    @DisplayName("arguments that do not fit the array are refused and read nothing (A5.73)")
    void argumentsThatDoNotFitTheArrayAreRefused() {
        try (ObjectReader reader = openTen()) {
            for (int[] bad : new int[][] {{-1, 1}, {0, -1}, {0, 5}, {4, 1}, {5, 0}, {1, Integer.MAX_VALUE}}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .as("offset %s, length %s of 4", bad[0], bad[1])
                        .isThrownBy(() -> reader.read(new byte[4], bad[0], bad[1]));
            }
            assertThat(reader.position()).isZero();
        }
    }

    @Test
    @DisplayName("seeking forward, back and to the end reads from there (A5.71)")
    void seekingReadsFromThere() throws IOException {
        try (ObjectReader reader = openTen()) {
            reader.seek(7);
            assertThat(reader.position()).isEqualTo(7);
            assertThat(reader.read()).isEqualTo('7');
            reader.seek(2);
            assertThat(rest(reader)).isEqualTo("23456789");
            reader.seek(10);
            assertThat(reader.read()).isEqualTo(-1);
            reader.seek(0);
            assertThat(rest(reader)).isEqualTo(TEN);
        }
    }

    @Test
    @DisplayName("seeking past the end is allowed and finds the end (A5.71)")
    void seekingPastTheEndFindsTheEnd() throws IOException {
        try (ObjectReader reader = openTen()) {
            reader.seek(1000);
            assertThat(reader.position()).isEqualTo(1000);
            assertThat(reader.read()).isEqualTo(-1);
            assertThat(reader.readAllBytes()).isEmpty();
            assertThat(reader.skip(5)).isZero();
            reader.seek(8);
            assertThat(rest(reader)).isEqualTo("89");
        }
    }

    @Test
    @DisplayName("seeking before the start is refused and moves nothing (A5.71)")
    void seekingBeforeTheStartIsRefused() {
        try (ObjectReader whole = openTen();
                ObjectReader window = storage.reader(ref("a"), ByteRange.of(3, 4))) {
            Failures.expect(InvalidRequestFailure.class, () -> whole.seek(-1));
            assertThat(whole.read()).isEqualTo('0');
            Failures.expect(InvalidRequestFailure.class, () -> window.seek(2));
            assertThat(window.read()).isEqualTo('3');
        }
    }

    @Test
    @DisplayName("a window counts in offsets of the object and cannot be left (A5.63, A5.71)")
    void windowCannotBeLeft() throws IOException {
        try (ObjectReader window = openTen(ByteRange.of(3, 4))) {
            assertThat(rest(window)).isEqualTo("3456");
            window.seek(5);
            assertThat(window.position()).isEqualTo(5);
            assertThat(rest(window)).isEqualTo("56");
            window.seek(8);
            assertThat(window.read()).isEqualTo(-1);
            window.seek(3);
            assertThat(window.skip(100)).isEqualTo(4);
            assertThat(window.position()).isEqualTo(7);
        }
    }

    @Test
    @DisplayName("skip moves ahead by as much as there is and never back (A5.72)")
    void skipMovesAhead() throws IOException {
        try (ObjectReader reader = openTen()) {
            assertThat(reader.skip(4)).isEqualTo(4);
            assertThat(reader.read()).isEqualTo('4');
            assertThat(reader.skip(0)).isZero();
            assertThat(reader.skip(-3)).isZero();
            assertThat(reader.position()).isEqualTo(5);
            assertThat(reader.skip(Long.MAX_VALUE)).isEqualTo(5);
            assertThat(reader.read()).isEqualTo(-1);
            assertThat(reader.skip(1)).isZero();
        }
    }

    @Test
    @DisplayName("skipNBytes says when there are not as many (A5.72)")
    void skipNBytesSaysWhenThereAreNotAsMany() throws IOException {
        try (ObjectReader reader = openTen()) {
            reader.skipNBytes(4);
            assertThat(reader.position()).isEqualTo(4);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> reader.skipNBytes(7));
        }
    }

    @Test
    @DisplayName("readNBytes and transferTo give what is left (A5.72)")
    void readNBytesAndTransferToGiveWhatIsLeft() throws IOException {
        try (ObjectReader reader = openTen()) {
            assertThat(reader.readNBytes(3)).isEqualTo("012".getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            assertThat(reader.transferTo(target)).isEqualTo(7);
            assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("3456789");
            assertThat(reader.readNBytes(3)).isEmpty();
        }
    }

    @Test
    @DisplayName("seeks all over a large object give the right bytes (A5.71)")
    void seeksAllOverLargeObjectGiveTheRightBytes() throws IOException {
        byte[] content = TestBytes.of(5 * TestBytes.MIB);
        storage.put(ref("a"), Content.of(content));
        SplittableRandom random = new SplittableRandom(7);
        try (ObjectReader reader = storage.reader(ref("a"))) {
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(content.length);
                int length = Math.min(random.nextInt(300_000), content.length - from);
                reader.seek(from);
                assertThat(reader.readNBytes(length)).isEqualTo(Arrays.copyOfRange(content, from, from + length));
            }
        }
    }

    @Test
    @DisplayName("every method of the reader fails after close, and closing again is harmless (A5.75)")
    void everyMethodFailsAfterClose() {
        ObjectReader reader = openTen();
        assertThat(reader.read()).isEqualTo('0');
        reader.close();
        assertThatCode(reader::close).doesNotThrowAnyException();
        Failures.expect(ClosedFailure.class, "read()", reader::read);
        Failures.expect(ClosedFailure.class, "read(byte[])", () -> reader.read(new byte[4]));
        Failures.expect(ClosedFailure.class, "read(byte[], int, int)", () -> reader.read(new byte[4], 0, 4));
        Failures.expect(ClosedFailure.class, "seek", () -> reader.seek(0));
        Failures.expect(ClosedFailure.class, "skip", () -> reader.skip(1));
        Failures.expect(ClosedFailure.class, "readAllBytes", reader::readAllBytes);
    }

    @Test
    @DisplayName("two readers of one object do not disturb each other (A5.82)")
    void twoReadersDoNotDisturbEachOther() throws IOException {
        try (ObjectReader first = openTen();
                ObjectReader second = storage.reader(ref("a"))) {
            assertThat(first.readNBytes(4)).hasSize(4);
            assertThat(second.read()).isEqualTo('0');
            assertThat(rest(first)).isEqualTo("456789");
            assertThat(rest(second)).isEqualTo("123456789");
        }
    }

    @Test
    @DisplayName("closing a reader early leaves the object and the service usable (A5.79)")
    void closingEarlyLeavesTheServiceUsable() {
        byte[] content = TestBytes.of(8 * TestBytes.MIB);
        storage.put(ref("a"), Content.of(content));
        for (int i = 0; i < 5; i++) {
            try (ObjectReader reader = storage.reader(ref("a"))) {
                assertThat(reader.read()).isEqualTo(content[0] & 0xff);
            }
        }
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }
}
