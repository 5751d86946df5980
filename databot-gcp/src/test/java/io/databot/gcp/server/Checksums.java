package io.databot.gcp.server;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Checksums as the API writes them: base64 of the big-endian bytes.
 *
 * @param md5 absent for composed objects
 */
record Checksums(String crc32c, Optional<String> md5) {

    static Checksums of(Bytes content) {
        MessageDigest digest = md5Digest();
        content.forEachSegment(digest::update);
        return new Checksums(crc32c(content), Optional.of(base64(digest.digest())));
    }

    /** The checksums that Google keeps for a composed object. */
    static Checksums ofComposed(Bytes content) {
        return new Checksums(crc32c(content), Optional.empty());
    }

    /** Refuses the content if the caller named another checksum in the metadata or in {@code x-goog-hash}. */
    void requireMatch(Optional<String> expectedCrc32c, Optional<String> expectedMd5) {
        expectedCrc32c.filter(expected -> !expected.equals(crc32c)).ifPresent(expected -> {
            throw ApiError.invalid(
                    "Provided CRC32C \"%s\" doesn't match calculated CRC32C \"%s\".".formatted(expected, crc32c));
        });
        expectedMd5.filter(expected -> !md5.equals(Optional.of(expected))).ifPresent(expected -> {
            throw ApiError.invalid("Provided MD5 hash \"%s\" doesn't match calculated MD5 hash \"%s\"."
                    .formatted(expected, md5.orElse("")));
        });
    }

    /** One entry of an {@code x-goog-hash} header, {@code crc32c=...} or {@code md5=...}. */
    static Optional<String> fromHeader(Optional<String> header, String algorithm) {
        String start = algorithm + "=";
        return header.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(entry -> entry.toLowerCase(Locale.ROOT).startsWith(start))
                .map(entry -> entry.substring(start.length()))
                .findFirst();
    }

    private static String crc32c(Bytes content) {
        CRC32C crc = new CRC32C();
        content.forEachSegment(crc::update);
        return base64(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest md5Digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has MD5", impossible);
        }
    }
}
