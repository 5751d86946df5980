package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

    private static byte[] read(Content content) throws IOException {
        try (InputStream stream = content.open()) {
            return stream.readAllBytes();
        }
    }

    @Test
    void contentIsOpenedAgainFromItsFirstByte(@TempDir Path directory) throws IOException {
        byte[] bytes = {1, 2, 3};
        Path file = Files.write(directory.resolve("a"), bytes);
        for (Content content : new Content[] {
            Content.of(bytes), Content.file(file), Content.stream(3, () -> new ByteArrayInputStream(bytes))
        }) {
            assertThat(content.length()).hasValue(3);
            assertThat(read(content)).isEqualTo(bytes);
            assertThat(read(content)).isEqualTo(bytes);
        }
    }

    @Test
    void bytesAreCopied() throws IOException {
        byte[] bytes = {1, 2, 3};
        Content content = Content.of(bytes);
        bytes[0] = 9;
        assertThat(read(content)).containsExactly(1, 2, 3);
    }

    @Test
    void textIsUtf8() throws IOException {
        assertThat(read(Content.text("é😀"))).isEqualTo("é😀".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void streamOfUnknownLengthSaysSo() {
        assertThat(Content.stream(InputStream::nullInputStream).length()).isEmpty();
    }

    @Test
    void fileIsReadAsItIsWhenItIsSent(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "old");
        Content content = Content.file(file);
        Files.writeString(file, "newer");
        assertThat(content.length()).hasValue(5);
        assertThat(read(content)).isEqualTo("newer".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void directoryAndMissingFileAreRefused(@TempDir Path directory) throws IOException {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> Content.file(directory))
                .withMessageContaining(directory.toString())
                .withMessageContaining("directory");
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> Content.file(directory.resolve("missing")))
                .withMessageContaining("no such file");
        Path file = Files.writeString(directory.resolve("a"), "text");
        Content content = Content.file(file);
        Files.delete(file);
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(content::length);
    }

    @Test
    void negativeLengthIsRefused() {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> Content.stream(-1, InputStream::nullInputStream))
                .withMessageContaining("-1");
    }

    @Test
    void contentDoesNotPrintItsBytes() {
        assertThat(Content.text("hidden")).hasToString("6 bytes");
        assertThat(Content.stream(3, InputStream::nullInputStream)).hasToString("a stream of 3 bytes");
        assertThat(Content.stream(InputStream::nullInputStream)).hasToString("a stream");
    }
}
