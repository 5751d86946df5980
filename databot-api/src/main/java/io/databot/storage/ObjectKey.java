package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.Objects;

/**
 * The name of an object in its bucket: 1 to 1024 bytes of UTF-8.
 *
 * <p>A key is a plain string: {@code /} has no meaning to the store, {@code a//b}, {@code ../a} and {@code a/} are
 * ordinary keys that differ from one another. What no adapter can hold is refused here, before any I/O: the empty key,
 * a key of over 1024 bytes, {@code .} and {@code ..}, carriage return and line feed, a half surrogate pair, and Google's
 * reserved prefix {@code .well-known/acme-challenge/}.
 *
 * <p>Keys are ordered by their UTF-8 bytes, the order in which stores list them; this is not the order of
 * {@link String#compareTo}, which goes by UTF-16 units.
 *
 * @param value the key as the provider knows it
 * @see <a href="https://cloud.google.com/storage/docs/objects#naming">Object names of Google Cloud Storage</a>
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {

    /** The longest key, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024;

    private static final String RESERVED_PREFIX = ".well-known/acme-challenge/";

    /** @throws InvalidRequestFailure if the key is not one that an object can have */
    public ObjectKey {
        Objects.requireNonNull(value, "object key");
        String problem = problemOf(value);
        if (!problem.isEmpty()) {
            throw new InvalidRequestFailure(
                    FailureDetails.of("name an object", Quoted.of(value), problem, "Choose another key."));
        }
    }

    public static ObjectKey of(String value) {
        return new ObjectKey(value);
    }

    private static String problemOf(String value) {
        if (value.isEmpty()) {
            return "an object key has at least one character";
        }
        if (value.equals(".") || value.equals("..")) {
            return "'.' and '..' are not object keys";
        }
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            return "an object key holds no carriage return or line feed";
        }
        if (value.startsWith(RESERVED_PREFIX)) {
            return "keys under " + RESERVED_PREFIX + " are reserved";
        }
        int bytes = Utf8.length(value);
        if (bytes < 0) {
            return "an object key holds no half surrogate pair";
        }
        return bytes > MAX_BYTES ? "an object key has at most 1024 bytes of UTF-8, this one has " + bytes : "";
    }

    /** Compares by UTF-8 bytes. */
    @Override
    public int compareTo(ObjectKey other) {
        return Utf8.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
