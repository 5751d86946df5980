package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * A CRC32C (Castagnoli) checksum. As an option of a write it is what the caller knows of the content: if the bytes that
 * arrive differ, the write is refused with a {@link io.databot.failure.CorruptedFailure} and nothing is published.
 *
 * @param value the checksum's 32 bits
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4960#appendix-B">RFC 4960, appendix B</a>
 */
public record Crc32c(int value) implements WriteOption {

    /** The checksum of these bytes. */
    public static Crc32c of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return new Crc32c((int) crc.getValue());
    }

    /**
     * From the form in which Google Cloud Storage writes it: base64 of four bytes, big-endian.
     *
     * @throws InvalidRequestFailure if the text is not that
     */
    public static Crc32c parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == Integer.BYTES) {
                return new Crc32c(ByteBuffer.wrap(bytes).getInt());
            }
        } catch (IllegalArgumentException e) {
            throw malformed(base64, e);
        }
        throw malformed(base64, new IllegalArgumentException("not four bytes"));
    }

    private static InvalidRequestFailure malformed(String base64, Exception cause) {
        return new InvalidRequestFailure(
                FailureDetails.of(
                        "read a CRC32C",
                        Quoted.of(base64),
                        "it is not four bytes in base64",
                        "Use the form that the store gives out."),
                cause);
    }

    /** Base64 of the four bytes, big-endian, as Google Cloud Storage writes it. */
    public String base64() {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    @Override
    public String toString() {
        return "crc32c:" + base64();
    }
}
