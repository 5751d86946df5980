package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a bucket: 3 to 63 characters (up to 222 with dots), lower-case letters, digits, {@code - _ .}, starting
 * and ending with a letter or digit.
 *
 * @param value the name as the provider knows it
 * @see <a href="https://cloud.google.com/storage/docs/buckets#naming">Bucket names of Google Cloud Storage</a>
 */
public record BucketName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*[a-z0-9]");
    private static final int MIN = 3;
    private static final int MAX = 63;
    private static final int MAX_WITH_DOTS = 222;

    /** @throws InvalidRequestFailure if the name is not one that a bucket can have */
    public BucketName {
        Objects.requireNonNull(value, "bucket name");
        int max = value.indexOf('.') >= 0 ? MAX_WITH_DOTS : MAX;
        if (value.length() < MIN || value.length() > max || !FORM.matcher(value).matches()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "name a bucket",
                    Quoted.of(value),
                    "a bucket name has 3 to 63 lower-case letters, digits, '-', '_' or '.', and starts and ends with a"
                            + " letter or digit",
                    "Take the name from the provider or from Terraform's state."));
        }
    }

    public static BucketName of(String value) {
        return new BucketName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
