package io.databot.terraform;

import io.databot.failure.StateFailure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;

/** Reads files that someone may be writing. Creates nothing, and opens nothing but regular files. */
final class FileBytes {

    private static final int CHUNK = 1 << 20;

    private FileBytes() {}

    /** Whether something is there, be it readable or not. */
    static boolean exist(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (AccessDeniedException e) {
            return true;
        } catch (FileSystemException e) {
            // A parent is a file: as good as absent.
            return !"Not a directory".equals(e.getReason());
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * The whole content, as it was at one moment as far as that can be told.
     *
     * @throws io.databot.failure.DatabotException if it is not a regular file, too large, or cannot be read; TRUNCATED if
     *     it changed meanwhile
     */
    static byte[] read(Path file, long maxBytes) {
        Refusals refusals = new Refusals(file.toString());
        try {
            BasicFileAttributes before = attributes(file, refusals);
            if (before.size() > maxBytes) {
                throw refusals.tooLarge(before.size(), maxBytes);
            }
            byte[] bytes = content(file, (int) before.size(), refusals);
            BasicFileAttributes after = attributes(file, refusals);
            if (bytes.length != before.size() || !sameFile(before, after)) {
                throw refusals.truncated("the file changed while it was read");
            }
            return bytes;
        } catch (IOException e) {
            throw FileFailures.of(file, e);
        }
    }

    private static BasicFileAttributes attributes(Path file, Refusals refusals) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw refusals.refuse(
                    Problem.NOT_A_FILE,
                    attributes.isDirectory() ? "it is a directory" : "it is a device, a pipe or a socket",
                    "Name the state file itself, such as terraform.tfstate.");
        }
        return attributes;
    }

    /** In chunks: reading all at once would take a buffer of the file's size outside the heap as well. */
    private static byte[] content(Path file, int size, Refusals refusals) throws IOException {
        byte[] bytes = room(size, refusals);
        try (InputStream in = Files.newInputStream(file)) {
            int filled = 0;
            while (filled < size) {
                int count = in.read(bytes, filled, Math.min(CHUNK, size - filled));
                if (count < 0) {
                    return Arrays.copyOf(bytes, filled);
                }
                filled += count;
            }
        }
        return bytes;
    }

    private static byte[] room(int size, Refusals refusals) {
        try {
            return new byte[size];
        } catch (OutOfMemoryError e) {
            throw refusals.outOfMemory();
        }
    }

    private static boolean sameFile(BasicFileAttributes a, BasicFileAttributes b) {
        return a.size() == b.size()
                && a.lastModifiedTime().equals(b.lastModifiedTime())
                && Objects.equals(a.fileKey(), b.fileKey());
    }
}
