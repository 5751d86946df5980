package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.storage.Condition;
import io.databot.storage.Crc32c;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageWriterContract extends StorageContractGroup {

    /** Over every buffer of an adapter and over one part of every provider. */
    private static final int LARGE = 17 * TestBytes.MIB + 13;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("nothing of a small object is visible before commit (A3.36)")
    void smallObjectIsInvisibleBeforeCommit() {
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(utf8("text"));
            writer.flush();
            assertAbsent(ref("a"));
            StoredObject written = writer.commit();
            assertThat(storage.find(ref("a"))).contains(written);
        }
        assertThat(text(ref("a"))).isEqualTo("text");
    }

    @Test
    @DisplayName("nothing of an object larger than every buffer is visible before commit (A3.37)")
    void largeObjectIsInvisibleBeforeCommit() {
        byte[] content = TestBytes.of(LARGE);
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(content);
            assertAbsent(ref("a"));
            StoredObject written = writer.commit();
            assertThat(written.size()).isEqualTo(LARGE);
            assertThat(written.crc32c()).isEqualTo(Crc32c.of(content));
        }
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    @Test
    @DisplayName("the old object stays as it is until commit (A3.38)")
    void oldObjectStaysUntilCommit() {
        StoredObject before = put("a", "old");
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(utf8("new"));
            assertUntouched(before, utf8("old"));
            writer.commit();
        }
        assertThat(text(ref("a"))).isEqualTo("new");
    }

    @Test
    @DisplayName("closing without commit publishes nothing, whether small or large (A3.39, A3.41)")
    void closingWithoutCommitPublishesNothing() {
        for (int size : new int[] {0, 10, LARGE}) {
            try (ObjectWriter writer = storage.writer(ref("new"))) {
                writer.write(new byte[size]);
            }
            assertAbsent(ref("new"));
        }
    }

    @Test
    @DisplayName("closing without commit leaves the object that was there as it was (A3.39, A3.41)")
    void closingWithoutCommitLeavesTheOldObject() {
        StoredObject before = put("a", "old");
        for (int size : new int[] {0, 10, LARGE}) {
            try (ObjectWriter writer = storage.writer(ref("a"))) {
                writer.write(new byte[size]);
            }
            assertUntouched(before, utf8("old"));
        }
    }

    @Test
    @DisplayName("one byte at a time with flushes gives the same bytes (A3.33)")
    void oneByteAtATimeGivesTheSameBytes() {
        byte[] content = TestBytes.of(TestBytes.MIB + 1);
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            for (int i = 0; i < content.length; i++) {
                writer.write(content[i]);
                if (i % 10_000 == 0) {
                    writer.flush();
                }
            }
            writer.commit();
        }
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    @Test
    @DisplayName("many writes of half a mebibyte keep their order (A3.34)")
    void manyWritesKeepTheirOrder() {
        byte[] content = TestBytes.of(40 * TestBytes.MIB / 2);
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            for (int at = 0; at < content.length; at += TestBytes.MIB / 2) {
                writer.write(content, at, TestBytes.MIB / 2);
            }
            writer.commit();
        }
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    @Test
    @DisplayName("slices of one array that the caller overwrites afterwards are written as they were (A3.35)")
    void overwrittenSlicesAreWrittenAsTheyWere() {
        byte[] buffer = new byte[1000];
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            for (byte value = 1; value <= 3; value++) {
                Arrays.fill(buffer, (byte) 9);
                Arrays.fill(buffer, 100, 200, value);
                writer.write(buffer, 100, 100);
            }
            writer.write(buffer, 0, 0);
            writer.write(0x1ff);
            Arrays.fill(buffer, (byte) 9);
            writer.commit();
        }
        byte[] expected = new byte[301];
        Arrays.fill(expected, 0, 100, (byte) 1);
        Arrays.fill(expected, 100, 200, (byte) 2);
        Arrays.fill(expected, 200, 300, (byte) 3);
        expected[300] = (byte) 0xff;
        assertThat(bytes(ref("a"))).isEqualTo(expected);
    }

    @Test
    @DisplayName("a commit without bytes gives an object of no bytes (A3.27)")
    void commitWithoutBytesGivesEmptyObject() {
        try (ObjectWriter writer = storage.writer(ref("empty"))) {
            assertThat(writer.commit().size()).isZero();
        }
        assertThat(bytes(ref("empty"))).isEmpty();
    }

    @Test
    @DisplayName("commit returns the object as find sees it, with its metadata (A3.29)")
    void commitReturnsTheObjectAsFindSeesIt() {
        ObjectMetadata metadata = ObjectMetadata.ofType("text/csv").with("colour", "red");
        try (ObjectWriter writer = storage.writer(ref("a"), metadata)) {
            writer.write(utf8("text"));
            StoredObject written = writer.commit();
            assertThat(written.metadata()).isEqualTo(metadata);
            assertThat(written.metageneration()).isEqualTo(1);
            assertThat(written.crc32c()).isEqualTo(Crc32c.of(utf8("text")));
            assertThat(storage.find(ref("a"))).contains(written);
        }
    }

    @Test
    @DisplayName("write and commit after commit fail with ClosedFailure, and the object stays (A3.43)")
    void useAfterCommitFails() {
        StoredObject written;
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(utf8("text"));
            written = writer.commit();
            assertClosed(writer);
        }
        assertUntouched(written, utf8("text"));
    }

    @Test
    @DisplayName("write and commit after close fail with ClosedFailure and publish nothing (A3.43)")
    void useAfterCloseFails() {
        ObjectWriter writer = storage.writer(ref("a"));
        writer.write(utf8("text"));
        writer.close();
        assertThatCode(writer::close).doesNotThrowAnyException();
        assertClosed(writer);
        assertAbsent(ref("a"));
    }

    private static void assertClosed(ObjectWriter writer) {
        Failures.expect(ClosedFailure.class, "write(int)", () -> writer.write(1));
        Failures.expect(ClosedFailure.class, "write(byte[])", () -> writer.write(utf8("more")));
        Failures.expect(ClosedFailure.class, "write(byte[], int, int)", () -> writer.write(utf8("more"), 0, 1));
        Failures.expect(ClosedFailure.class, "commit", writer::commit);
    }

    @Test
    @DisplayName("arguments that do not fit the array are refused and write nothing")
    void argumentsThatDoNotFitTheArrayAreRefused() {
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            for (int[] bad : new int[][] {{-1, 1}, {0, -1}, {0, 5}, {4, 1}, {5, 0}, {1, Integer.MAX_VALUE}}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .as("offset %s, length %s of 4", bad[0], bad[1])
                        .isThrownBy(() -> writer.write(new byte[4], bad[0], bad[1]));
            }
            assertThat(writer.commit().size()).isZero();
        }
    }

    @Test
    @DisplayName("if-absent on a new key works through a writer (A4.48, A4.51)")
    void ifAbsentOnNewKeyWorks() {
        try (ObjectWriter writer = storage.writer(ref("a"), Condition.ifAbsent())) {
            writer.write(utf8("text"));
            writer.commit();
        }
        assertThat(text(ref("a"))).isEqualTo("text");
    }

    @Test
    @DisplayName("if-absent over an object fails at commit at the latest and leaves it (A4.51)")
    void ifAbsentOverObjectFailsAtCommitAtTheLatest() {
        StoredObject before = put("a", "old");
        Failures.expect(AlreadyExistsFailure.class, () -> writeNew(Condition.ifAbsent()));
        assertUntouched(before, utf8("old"));
    }

    private void writeNew(io.databot.storage.WriteOption option) {
        try (ObjectWriter writer = storage.writer(ref("a"), option)) {
            writer.write(utf8("new"));
            writer.commit();
        }
    }

    @Test
    @DisplayName("if-absent fails if an object appeared since the writer was opened (A4.51)")
    void ifAbsentFailsIfObjectAppearedMeanwhile() {
        try (ObjectWriter writer = storage.writer(ref("a"), Condition.ifAbsent())) {
            writer.write(utf8("late"));
            StoredObject early = put("a", "early");
            Failures.expect(AlreadyExistsFailure.class, writer::commit);
            assertUntouched(early, utf8("early"));
        }
    }

    @Test
    @DisplayName("if-generation holds for the object that was read and fails once it is another (A4.52)")
    void ifGenerationIsCheckedAtCommit() {
        StoredObject old = put("a", "old");
        writeNew(Condition.ifGeneration(old.generation()));
        StoredObject now = find(ref("a"));
        assertThat(text(ref("a"))).isEqualTo("new");
        Failures.expect(ConditionFailedFailure.class, () -> writeNew(Condition.ifGeneration(old.generation())));
        assertUntouched(now, utf8("new"));
    }

    @Test
    @DisplayName("two writers of one key do not mix; the last commit stands")
    void twoWritersOfOneKeyDoNotMix() {
        ObjectRef object = ref("a");
        try (ObjectWriter first = storage.writer(object);
                ObjectWriter second = anotherService().writer(object)) {
            first.write(utf8("1"));
            second.write(utf8("2"));
            first.write(utf8("1"));
            second.write(utf8("2"));
            second.commit();
            assertThat(text(object)).isEqualTo("22");
            first.commit();
        }
        assertThat(text(object)).isEqualTo("11");
        assertThat(names(ListRequest.of(bucket))).containsExactly("a");
    }
}
