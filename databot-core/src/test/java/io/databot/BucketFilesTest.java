package io.databot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ByteRange;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads from files and downloads to files. */
class BucketFilesTest {

    @TempDir
    Path directory;

    private final SortedStorage storage = new SortedStorage();
    private final Bucket bucket = Bucket.of(storage, BucketName.of("acme-dev"));

    private List<String> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileGoesUpAndComesDown() throws IOException {
        Path up = Files.writeString(directory.resolve("up.csv"), "a,b\n1,2\n");
        Path down = directory.resolve("down.csv");

        StoredObject stored = bucket.upload(up, "x/up.csv");

        assertThat(stored.metadata().contentType()).contains("text/csv");
        assertThat(bucket.download("x/up.csv", down)).isEqualTo(stored);
        assertThat(down).hasSameBinaryContentAs(up);
        assertThat(filesThere()).containsExactly("down.csv", "up.csv");
    }

    @Test
    void theTypeOfAFileIsGuessedFromItsFirstBytes() throws IOException {
        Path up = Files.write(directory.resolve("up"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

        assertThat(bucket.upload(up, "photo").metadata().contentType()).contains("image/png");
    }

    @Test
    void onlyRegularFilesGoUp() {
        assertThatThrownBy(() -> bucket.upload(directory, "a"))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> bucket.upload(directory.resolve("none"), "a"))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("no such file");
        assertThat(bucket.contains("a")).isFalse();
    }

    @Test
    void aDownloadReplacesAFileThatIsThere() throws IOException {
        bucket.putText("a", "new");
        Path file = Files.writeString(directory.resolve("a"), "old and longer");

        bucket.download("a", file);

        assertThat(file).hasContent("new");
    }

    @Test
    void aRangeCanBeDownloaded() {
        bucket.putText("a", "0123456789");

        bucket.download("a", directory.resolve("a"), ByteRange.of(3, 2));

        assertThat(directory.resolve("a")).hasContent("34");
    }

    @Test
    void aDownloadThatBreaksLeavesTheOldFileAndNoOther() throws IOException {
        bucket.putText("a", "x".repeat(1000));
        storage.breaksAfter = 500;
        Path file = Files.writeString(directory.resolve("a"), "old");

        assertThatThrownBy(() -> bucket.download("a", file)).isInstanceOf(UnavailableFailure.class);

        assertThat(file).hasContent("old");
        assertThat(filesThere()).containsExactly("a");
    }

    @Test
    void whatIsMissingTouchesNoFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "old");

        assertThatThrownBy(() -> bucket.download("a", file)).isInstanceOf(NotFoundFailure.class);

        assertThat(file).hasContent("old");
        assertThat(filesThere()).containsExactly("a");
    }

    @Test
    void aDirectoryIsRefusedBeforeAnythingIsRead() {
        bucket.putText("a", "x");

        assertThatThrownBy(() -> bucket.download("a", directory))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("it is a directory");
        assertThat(storage.readRequests).isZero();
    }

    @Test
    void aDirectoryThatIsMissingIsSaid() throws IOException {
        bucket.putText("a", "x");

        assertThatThrownBy(() -> bucket.download("a", directory.resolve("none/a")))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("Check that its directory exists");
        assertThat(filesThere()).isEmpty();
    }

    @Test
    void aDownloadedFileHasTheRightsOfAnyNewFile() throws IOException {
        bucket.putText("a", "x");
        Path other = Files.writeString(directory.resolve("other"), "x");

        bucket.download("a", directory.resolve("a"));

        assertThat(Files.getAttribute(directory.resolve("a"), "posix:permissions"))
                .isEqualTo(Files.getAttribute(other, "posix:permissions"));
    }
}
