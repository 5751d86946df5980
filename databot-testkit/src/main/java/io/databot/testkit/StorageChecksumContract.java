package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.CorruptedFailure;
import io.databot.storage.Content;
import io.databot.storage.Crc32c;
import io.databot.storage.ListEntry;
import io.databot.storage.ListRequest;
import io.databot.storage.Md5;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StorageFeature;
import io.databot.storage.StoredObject;
import io.databot.storage.WriteOption;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageChecksumContract extends StorageContractGroup {

    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);
    private static final Crc32c WRONG = Crc32c.of(OLD);
    private static final int LARGE = 17 * TestBytes.MIB + 13;

    @Test
    @DisplayName("a put whose CRC32C is right is accepted (A10.146)")
    void rightChecksumIsAccepted() {
        assertThat(put("a", "text", Crc32c.of(TEXT)).crc32c()).isEqualTo(Crc32c.of(TEXT));
    }

    @Test
    @DisplayName("a put whose CRC32C is wrong is CorruptedFailure and publishes nothing (A10.146)")
    void wrongChecksumPublishesNothing() {
        CorruptedFailure failure = Failures.expect(CorruptedFailure.class, () -> put("a", "text", WRONG));
        assertThat(failure).hasMessageContaining("a");
        assertAbsent(ref("a"));
    }

    @Test
    @DisplayName("a put whose CRC32C is wrong leaves the object that was there (A10.146)")
    void wrongChecksumLeavesTheOldObject() {
        StoredObject before = put("a", "old");
        Failures.expect(CorruptedFailure.class, () -> put("a", "text", WRONG));
        assertUntouched(before, OLD);
    }

    @Test
    @DisplayName("a large put of unknown length whose CRC32C is wrong publishes nothing (A10.152)")
    void wrongChecksumOfLargeStreamPublishesNothing() {
        byte[] content = TestBytes.of(LARGE);
        Content stream = Content.stream(() -> new ByteArrayInputStream(content));
        Failures.expect(CorruptedFailure.class, () -> storage.put(ref("a"), stream, WRONG));
        assertAbsent(ref("a"));
        storage.put(ref("a"), stream, Crc32c.of(content));
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    @Test
    @DisplayName("a writer checks a given CRC32C at commit, small and large (A10.152)")
    void writerChecksGivenChecksumAtCommit() {
        StoredObject before = put("a", "old");
        for (int size : new int[] {4, LARGE}) {
            byte[] content = TestBytes.of(size);
            Failures.expect(CorruptedFailure.class, size + " bytes", () -> write(content, WRONG));
            assertUntouched(before, OLD);
        }
        byte[] content = TestBytes.of(LARGE);
        write(content, Crc32c.of(content));
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    private void write(byte[] content, WriteOption option) {
        try (ObjectWriter writer = storage.writer(ref("a"), option)) {
            writer.write(content);
            writer.commit();
        }
    }

    @Test
    @DisplayName("an MD5 is checked where declared and otherwise refused before any I/O (A10.147, A10.151)")
    void md5IsCheckedOrRefused() {
        Md5 right = Md5.of(TEXT);
        Md5 wrong = Md5.of(OLD);
        if (has(StorageFeature.MD5)) {
            Failures.expect(CorruptedFailure.class, () -> put("a", "text", wrong));
            Failures.expect(CorruptedFailure.class, () -> write(TEXT, wrong));
            assertAbsent(ref("a"));
            put("a", "text", right);
            write(TEXT, right);
            assertThat(text(ref("a"))).isEqualTo("text");
        } else {
            assertUnsupported(() -> put("a", "text", right));
            assertUnsupported(() -> write(TEXT, right));
        }
    }

    @Test
    @DisplayName("a right and a wrong checksum of two kinds are both checked (A10.147)")
    void bothChecksumsAreChecked() {
        if (has(StorageFeature.MD5)) {
            Failures.expect(CorruptedFailure.class, () -> put("a", "text", Crc32c.of(TEXT), Md5.of(OLD)));
            Failures.expect(CorruptedFailure.class, () -> put("a", "text", WRONG, Md5.of(TEXT)));
            put("a", "text", Crc32c.of(TEXT), Md5.of(TEXT));
            assertThat(text(ref("a"))).isEqualTo("text");
        } else {
            assertUnsupported(() -> put("a", "text", Crc32c.of(TEXT), Md5.of(TEXT)));
        }
    }

    @Test
    @DisplayName("the checksums that find and list give are those of the bytes (A10.149)")
    void checksumsOfFindAndListAreThoseOfTheBytes() {
        byte[] content = TestBytes.of(10_000);
        storage.put(ref("a"), Content.of(content));
        StoredObject found = find(ref("a"));
        ListEntry listed = entries(ListRequest.of(bucket)).get(0);
        assertThat(found.crc32c()).isEqualTo(Crc32c.of(content));
        assertThat(found.md5()).isIn(Optional.empty(), Optional.of(Md5.of(content)));
        assertThat(listed).isEqualTo(found);
    }

    @Test
    @DisplayName("a content shorter or longer than it declares is CorruptedFailure and publishes nothing (A3.42)")
    void wrongDeclaredLengthPublishesNothing() {
        for (int declared : new int[] {0, 99, 101, 100 + LARGE}) {
            Content content = TestBytes.Watched.of(TestBytes.of(100), OptionalLong.of(declared));
            Failures.expect(
                    CorruptedFailure.class, "declared " + declared + " of 100", () -> storage.put(ref("a"), content));
            assertAbsent(ref("a"));
        }
    }

    @Test
    @DisplayName("a large content shorter or longer than it declares is CorruptedFailure and publishes nothing (A3.42)")
    void wrongDeclaredLengthOfLargeContentPublishesNothing() {
        byte[] bytes = TestBytes.of(LARGE);
        for (int declared : new int[] {10, LARGE - 1, LARGE + 1}) {
            Content content = TestBytes.Watched.of(bytes, OptionalLong.of(declared));
            Failures.expect(
                    CorruptedFailure.class,
                    "declared " + declared + " of " + LARGE,
                    () -> storage.put(ref("a"), content));
            assertAbsent(ref("a"));
        }
    }

    @Test
    @DisplayName("a wrong declared length leaves the object that was there (A3.42)")
    void wrongDeclaredLengthLeavesTheOldObject() {
        StoredObject before = put("a", "old");
        for (int declared : new int[] {3, 5}) {
            Content content = TestBytes.Watched.of(TEXT, OptionalLong.of(declared));
            Failures.expect(CorruptedFailure.class, () -> storage.put(ref("a"), content));
            assertUntouched(before, OLD);
        }
    }
}
