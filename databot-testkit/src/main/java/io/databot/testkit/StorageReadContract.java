package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.NotFoundFailure;
import io.databot.failure.RangeNotSatisfiableFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.ByteRange;
import io.databot.storage.Content;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectReader;
import io.databot.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

abstract class StorageReadContract extends StorageContractGroup {

    private static final String TEN = "0123456789";

    /** A range, what it gives of {@link #TEN}, and where its window starts and ends. */
    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of(ByteRange.from(0), TEN, 0, 10),
                Arguments.of(ByteRange.from(4), "456789", 4, 10),
                Arguments.of(ByteRange.from(9), "9", 9, 10),
                Arguments.of(ByteRange.from(10), "", 10, 10),
                Arguments.of(ByteRange.of(0, 10), TEN, 0, 10),
                Arguments.of(ByteRange.of(3, 4), "3456", 3, 7),
                Arguments.of(ByteRange.of(0, 1), "0", 0, 1),
                Arguments.of(ByteRange.of(9, 1), "9", 9, 10),
                Arguments.of(ByteRange.of(0, 0), "", 0, 0),
                Arguments.of(ByteRange.of(5, 0), "", 5, 5),
                Arguments.of(ByteRange.of(10, 0), "", 10, 10),
                Arguments.of(ByteRange.of(10, 5), "", 10, 10),
                Arguments.of(ByteRange.of(7, 100), "789", 7, 10),
                Arguments.of(ByteRange.of(7, Long.MAX_VALUE), "789", 7, 10),
                Arguments.of(ByteRange.last(3), "789", 7, 10),
                Arguments.of(ByteRange.last(10), TEN, 0, 10),
                Arguments.of(ByteRange.last(100), TEN, 0, 10),
                Arguments.of(ByteRange.last(Long.MAX_VALUE), TEN, 0, 10),
                Arguments.of(ByteRange.last(0), "", 10, 10));
    }

    @ParameterizedTest(name = "{0} gives ''{1}''")
    @MethodSource("ranges")
    @DisplayName("a range gives its bytes and says where they are (A5.61 to A5.66)")
    void rangeGivesItsBytes(ByteRange range, String expected, long start, long end) throws IOException {
        StoredObject written = put("a", TEN);
        try (ObjectReader reader = storage.reader(ref("a"), range)) {
            assertThat(reader.object()).isEqualTo(written);
            assertThat(reader.start()).as("start").isEqualTo(start);
            assertThat(reader.end()).as("end").isEqualTo(end);
            assertThat(reader.position()).as("position").isEqualTo(start);
            assertThat(new String(reader.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            assertThat(reader.position()).as("position at the end").isEqualTo(end);
            assertThat(reader.read()).as("read at the end").isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("a range that starts past the end is RangeNotSatisfiableFailure (A5.67)")
    void rangePastTheEndIsRangeNotSatisfiable() {
        put("a", TEN);
        for (ByteRange range : new ByteRange[] {
            ByteRange.from(11), ByteRange.of(11, 1), ByteRange.of(11, 0), ByteRange.from(Long.MAX_VALUE)
        }) {
            RangeNotSatisfiableFailure failure = Failures.expect(
                    RangeNotSatisfiableFailure.class, range.toString(), () -> storage.reader(ref("a"), range));
            assertThat(failure.retryable()).isFalse();
        }
    }

    @Test
    @DisplayName("ranges of an object of no bytes follow the same rules (A5.69)")
    void rangesOfEmptyObjectFollowTheSameRules() {
        storage.put(ref("empty"), Content.of(new byte[0]));
        for (ByteRange range : new ByteRange[] {
            ByteRange.from(0), ByteRange.of(0, 0), ByteRange.of(0, 10), ByteRange.last(0), ByteRange.last(10)
        }) {
            assertThat(bytes(ref("empty"), range)).as("%s", range).isEmpty();
        }
        for (ByteRange range : new ByteRange[] {ByteRange.from(1), ByteRange.of(1, 0), ByteRange.of(1, 1)}) {
            Failures.expect(
                    RangeNotSatisfiableFailure.class, range.toString(), () -> storage.reader(ref("empty"), range));
        }
    }

    @Test
    @DisplayName("a range in the middle of a large object gives its bytes (A5.63)")
    void rangeOfLargeObjectGivesItsBytes() {
        byte[] content = TestBytes.of(9 * TestBytes.MIB);
        storage.put(ref("a"), Content.of(content));
        int from = 3 * TestBytes.MIB + 1;
        int length = 5 * TestBytes.MIB;
        assertThat(bytes(ref("a"), ByteRange.of(from, length)))
                .isEqualTo(Arrays.copyOfRange(content, from, from + length));
    }

    @Test
    @DisplayName("a missing object is NotFoundFailure when it is opened, also for a range (A5.60)")
    void missingObjectIsNotFoundWhenOpened() {
        Failures.expect(NotFoundFailure.class, () -> storage.reader(ref("missing")));
        for (ByteRange range :
                new ByteRange[] {ByteRange.of(0, 0), ByteRange.from(5), ByteRange.of(2, 3), ByteRange.last(4)}) {
            Failures.expect(NotFoundFailure.class, range.toString(), () -> storage.reader(ref("missing"), range));
        }
    }

    @Test
    @DisplayName("a key of which only longer keys exist is missing (A5.80, A6.84)")
    void keyOfWhichOnlyLongerKeysExistIsMissing() {
        put("directory/file", "text");
        for (String key : new String[] {"directory", "directory/", "directory/fil"}) {
            Failures.expect(NotFoundFailure.class, key, () -> storage.reader(ref(key)));
            assertThat(storage.find(ref(key))).as(key).isEmpty();
        }
    }

    @Test
    @DisplayName("a reader knows the object, and asking asks the store nothing (A5.70)")
    void readerKnowsTheObject() {
        ObjectMetadata metadata = ObjectMetadata.ofType("text/csv; charset=utf-8")
                .withCacheControl("no-store")
                .with("Colour", "Red");
        StoredObject written = put("a", TEN, metadata);
        try (ObjectReader reader = storage.reader(ref("a"))) {
            withoutRequest(() -> {
                assertThat(reader.object()).isEqualTo(written);
                assertThat(reader.start()).isZero();
                assertThat(reader.end()).isEqualTo(10);
                assertThat(reader.position()).isZero();
            });
        }
    }

    @Test
    @DisplayName("a gzip-encoded object is read as it was stored, whole and in ranges (A5.78)")
    void gzipEncodedObjectIsReadAsItWasStored() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("text ".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] content = packed.toByteArray();
        ObjectMetadata metadata = ObjectMetadata.ofType("text/plain").withContentEncoding("gzip");
        StoredObject written = storage.put(ref("a"), Content.of(content), metadata);
        assertThat(written.size()).isEqualTo(content.length);
        assertThat(written.metadata()).isEqualTo(metadata);
        assertThat(bytes(ref("a"))).isEqualTo(content);
        assertThat(bytes(ref("a"), ByteRange.of(5, 10))).isEqualTo(Arrays.copyOfRange(content, 5, 15));
        assertThat(bytes(ref("a"), ByteRange.last(8)))
                .isEqualTo(Arrays.copyOfRange(content, content.length - 8, content.length));
    }

    @Test
    @DisplayName("the live generation can be named, and one that never was is missing")
    void liveGenerationCanBeNamed() {
        StoredObject live = put("a", TEN);
        AtGeneration named = AtGeneration.of(live.generation());
        AtGeneration other = AtGeneration.of(live.generation() + 1);
        assertThat(text(ref("a"), named)).isEqualTo(TEN);
        assertThat(storage.find(ref("a"), named)).contains(live);
        Failures.expect(NotFoundFailure.class, () -> storage.reader(ref("a"), other));
        assertThat(storage.find(ref("a"), other)).isEmpty();
    }

    @Test
    @DisplayName("a reader keeps to its generation when the object is overwritten meanwhile (A5.77)")
    void readerKeepsToItsGenerationWhenOverwritten() {
        byte[] old = TestBytes.of(4 * TestBytes.MIB, 1);
        storage.put(ref("a"), Content.of(old));
        try (ObjectReader reader = storage.reader(ref("a"))) {
            StoredObject opened = reader.object();
            assertThat(reader.read()).isEqualTo(old[0] & 0xff);
            storage.put(ref("a"), Content.of(TestBytes.of(4 * TestBytes.MIB, 2)));
            assertThat(reader.object()).isEqualTo(opened);
            assertOldBytesOrNotFound(reader, old, 1);
        }
    }

    @Test
    @DisplayName("a reader that seeks never gives bytes of a later generation (A5.77)")
    void readerThatSeeksKeepsToItsGeneration() {
        byte[] old = TestBytes.of(4 * TestBytes.MIB, 1);
        storage.put(ref("a"), Content.of(old));
        try (ObjectReader reader = storage.reader(ref("a"))) {
            storage.put(ref("a"), Content.of(TestBytes.of(4 * TestBytes.MIB, 2)));
            reader.seek(3 * TestBytes.MIB);
            assertOldBytesOrNotFound(reader, old, 3 * TestBytes.MIB);
        }
    }

    /** A store may have dropped the old generation; then the reader says so. */
    private static void assertOldBytesOrNotFound(ObjectReader reader, byte[] old, int from) {
        try {
            assertThat(reader.readAllBytes()).isEqualTo(Arrays.copyOfRange(old, from, old.length));
        } catch (NotFoundFailure gone) {
            Failures.requireComplete("reading a generation that is gone", gone);
        } catch (IOException e) {
            throw new AssertionError("a reader throws failures of Databot", e);
        }
    }
}
