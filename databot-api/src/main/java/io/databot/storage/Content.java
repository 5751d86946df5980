package io.databot.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Bytes to write. Content can be opened again, so a repeated attempt sends it from its first byte; what was opened is
 * closed by the storage service.
 *
 * <p>Implementations are thread-safe if what they read from is.
 */
public interface Content {

    /**
     * The number of bytes, if it is known beforehand. If more or fewer come, the write is refused with a
     * {@link io.databot.failure.CorruptedFailure} and nothing is published.
     */
    OptionalLong length();

    /**
     * A new stream from the first byte on; the caller closes it.
     *
     * @throws IOException if the source cannot be opened
     */
    InputStream open() throws IOException;

    /** These bytes; a copy is taken. */
    static Content of(byte[] bytes) {
        return new Contents.Bytes(bytes.clone());
    }

    /** This text in UTF-8. */
    static Content text(String text) {
        return new Contents.Bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /**
     * The content of a file as it is when it is sent.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the path is not a regular file, also when the content is used
     */
    static Content file(Path path) {
        return Contents.OfFile.at(path);
    }

    /** A source of unknown length; {@code source} gives a new stream from the first byte on each time. */
    static Content stream(Source source) {
        return new Contents.Streamed(OptionalLong.empty(), source);
    }

    /** A source of {@code length} bytes. */
    static Content stream(long length, Source source) {
        return new Contents.Streamed(OptionalLong.of(length), source);
    }

    /** Gives a new stream each time. */
    @FunctionalInterface
    interface Source {
        /** @throws IOException if the source cannot be opened */
        InputStream open() throws IOException;
    }
}
