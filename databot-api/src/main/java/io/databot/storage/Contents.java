package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The contents that {@link Content}'s factories make. */
final class Contents {

    private Contents() {}

    /** Not a record: a record would print the array and give it away. */
    static final class Bytes implements Content {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    record OfFile(Path path) implements Content {

        static OfFile at(Path path) {
            requireFile(path);
            return new OfFile(path);
        }

        @Override
        public OptionalLong length() {
            requireFile(path);
            try {
                return OptionalLong.of(Files.size(path));
            } catch (IOException e) {
                throw new InvalidRequestFailure(
                        FailureDetails.of("read file", path.toString(), "its size cannot be read", "Check its rights."),
                        e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        private static void requireFile(Path path) {
            if (!Files.isRegularFile(path)) {
                String reason = Files.isDirectory(path) ? "it is a directory" : "no such file";
                throw new InvalidRequestFailure(
                        FailureDetails.of("read file", path.toString(), reason, "Give the path of a regular file."));
            }
        }
    }

    record Streamed(OptionalLong length, Source source) implements Content {

        Streamed {
            if (length.isPresent() && length.getAsLong() < 0) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "declare a length",
                        String.valueOf(length.getAsLong()),
                        "a length is zero or more",
                        "Leave the length out if it is not known."));
            }
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }

        @Override
        public String toString() {
            return length.isPresent() ? "a stream of " + length.getAsLong() + " bytes" : "a stream";
        }
    }
}
