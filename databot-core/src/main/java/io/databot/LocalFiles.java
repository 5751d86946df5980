package io.databot;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files on this machine, read and replaced. */
final class LocalFiles {

    private static final int SNIFFED = 64;
    private static final int BUFFER = 256 * 1024;

    private LocalFiles() {}

    /** A file's first bytes. */
    static byte[] start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SNIFFED);
        } catch (IOException e) {
            throw new InvalidRequestFailure(
                    FailureDetails.of("read file", file.toString(), "it cannot be read", "Check its rights."), e);
        }
    }

    /** @throws InvalidRequestFailure if a file cannot stand there because a directory does */
    static void requireReplaceable(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidRequestFailure(
                    FailureDetails.of("write file", file.toString(), "it is a directory", "Give the path of a file."));
        }
    }

    /** Puts what the reader gives in the place of a file, whole or not at all. */
    static void replace(Path file, ObjectReader reader) {
        Path target = file.toAbsolutePath();
        // Not a temporary file of the JDK, which nobody else may read: the download shall have the usual rights.
        Path part = target.resolveSibling(".databot-" + UUID.randomUUID() + ".part");
        try {
            try {
                fill(part, reader);
                move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new InvalidRequestFailure(
                    FailureDetails.of(
                            "write file",
                            file.toString(),
                            "it cannot be written",
                            "Check that its directory exists, its rights and the disk's free space."),
                    e);
        }
    }

    private static void fill(Path part, ObjectReader reader) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
