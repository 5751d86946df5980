package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    private Path directory;

    private static StateFailure refusal(Path file) {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> FileBytes.read(file, LIMIT));
        assertThat(failure).isNotNull().hasMessageContaining(file.toString());
        return failure;
    }

    @Test
    void contentIsReadWhole() throws IOException {
        byte[] content = new byte[(int) LIMIT];
        content[content.length - 1] = 7;
        Path file = Files.write(directory.resolve("s"), content);
        assertThat(FileBytes.read(file, LIMIT)).isEqualTo(content);
    }

    @Test
    void missingFileIsNotFound() {
        assertThatThrownBy(() -> FileBytes.read(directory.resolve("none"), LIMIT))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("none");
        assertThat(FileBytes.exist(directory.resolve("none"))).isFalse();
    }

    @Test
    void fileBelowAFileIsNotThere() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThat(FileBytes.exist(file.resolve("below"))).isFalse();
    }

    @Test
    void directoryIsNotAFile() {
        assertThat(refusal(directory).problem()).isEqualTo(Problem.NOT_A_FILE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deviceIsNotAFile() {
        assertThat(refusal(Path.of("/dev/zero")).problem()).isEqualTo(Problem.NOT_A_FILE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipeIsNotOpened() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(refusal(pipe).problem()).isEqualTo(Problem.NOT_A_FILE);
    }

    @Test
    void fileOverTheLimitIsNotRead() throws IOException {
        Path file = directory.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        StateFailure failure = refusal(file);
        assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
        assertThat(failure).hasMessageContaining("3221225472").hasMessageContaining("state.max-size");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void circleOfLinksIsUnreadable() throws IOException {
        Path a = directory.resolve("a");
        Files.createSymbolicLink(a, directory.resolve("b"));
        Files.createSymbolicLink(directory.resolve("b"), a);
        assertThat(refusal(a).problem()).isEqualTo(Problem.UNREADABLE);
        assertThat(FileBytes.exist(a)).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkIsFollowed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "content");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        assertThat(FileBytes.read(link, LIMIT)).asString().isEqualTo("content");
    }

    /** Checked on the translation: a test that runs as root may read everything. */
    @Test
    void refusedPermissionIsAccessDenied() {
        Path file = directory.resolve("terraform.tfstate");
        DatabotException failure = FileFailures.of(file, new AccessDeniedException(file.toString()));
        assertThat(failure)
                .isInstanceOf(AccessDeniedFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("may not read it")
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void diskErrorIsUnreadable() {
        DatabotException failure = FileFailures.of(directory, new IOException("Input/output error"));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StateFailure.class, state -> assertThat(state.problem()).isEqualTo(Problem.UNREADABLE));
    }
}
