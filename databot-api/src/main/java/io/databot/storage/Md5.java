package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * An MD5 hash. It guards against accidents, not against attackers. As an option of a write it is what the caller knows of
 * the content, like {@link Crc32c}. Composed objects have none.
 *
 * @param base64 the hash's 16 bytes in base64, as Google Cloud Storage writes it
 */
public record Md5(String base64) implements WriteOption {

    private static final int BYTES = 16;

    /** @throws InvalidRequestFailure if the text is not 16 bytes in base64 */
    public Md5 {
        Objects.requireNonNull(base64, "base64");
        if (lengthOf(base64) != BYTES) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "read an MD5",
                    Quoted.of(base64),
                    "it is not 16 bytes in base64",
                    "Use the form that the store gives out, or Md5.of(bytes)."));
        }
    }

    /** The hash of these bytes. */
    public static Md5 of(byte[] bytes) {
        try {
            return new Md5(Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }

    private static int lengthOf(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return "md5:" + base64;
    }
}
