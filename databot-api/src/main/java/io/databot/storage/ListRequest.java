package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.Objects;
import java.util.Optional;

/**
 * What to list.
 *
 * @param bucket the bucket
 * @param prefix only keys that begin with this text; empty for all
 * @param delimiter folds keys that hold this text after the prefix into one {@link CommonPrefix} up to and with it;
 *     empty folds nothing
 * @param startAfter only keys after this text in the order of UTF-8 bytes; the text itself need not exist
 * @param pageSize the most entries in the page, 1 to {@value #MAX_PAGE}
 * @param pageToken where an earlier page ended, from {@link ListPage#next()}; all else must be as in the request for that
 *     page
 * @param versions whether noncurrent generations are listed too
 */
public record ListRequest(
        BucketName bucket,
        String prefix,
        String delimiter,
        Optional<String> startAfter,
        int pageSize,
        Optional<String> pageToken,
        Versions versions) {

    /** The most entries that a page can have. */
    public static final int MAX_PAGE = 1000;

    /** Which generations are listed. */
    public enum Versions {
        /** Only live objects. */
        LIVE,
        /** Every generation, those of one key in the order of their numbers; needs {@link StorageFeature#VERSIONS}. */
        ALL
    }

    /** @throws InvalidRequestFailure if the page size is out of bounds or a text cannot be part of a key */
    public ListRequest {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(pageToken, "pageToken");
        Objects.requireNonNull(versions, "versions");
        requireText("prefix", prefix);
        requireText("delimiter", delimiter);
        startAfter.ifPresent(text -> requireText("start", text));
        if (pageSize < 1 || pageSize > MAX_PAGE) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "list",
                    bucket.value(),
                    "a page has 1 to " + MAX_PAGE + " entries, not " + pageSize,
                    "For everything, follow the pages or use Bucket.list."));
        }
    }

    /** Everything in a bucket. */
    public static ListRequest of(BucketName bucket) {
        return new ListRequest(bucket, "", "", Optional.empty(), MAX_PAGE, Optional.empty(), Versions.LIVE);
    }

    public ListRequest withPrefix(String text) {
        return new ListRequest(bucket, text, delimiter, startAfter, pageSize, pageToken, versions);
    }

    public ListRequest withDelimiter(String text) {
        return new ListRequest(bucket, prefix, text, startAfter, pageSize, pageToken, versions);
    }

    public ListRequest withStartAfter(String text) {
        return new ListRequest(bucket, prefix, delimiter, Optional.of(text), pageSize, pageToken, versions);
    }

    public ListRequest withPageSize(int entries) {
        return new ListRequest(bucket, prefix, delimiter, startAfter, entries, pageToken, versions);
    }

    public ListRequest withPageToken(String token) {
        return new ListRequest(bucket, prefix, delimiter, startAfter, pageSize, Optional.of(token), versions);
    }

    public ListRequest withVersions(Versions which) {
        return new ListRequest(bucket, prefix, delimiter, startAfter, pageSize, pageToken, which);
    }

    private static void requireText(String what, String text) {
        int bytes = Utf8.length(text);
        if (bytes < 0 || bytes > ObjectKey.MAX_BYTES) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "list",
                    what + " " + Quoted.of(text),
                    "it holds a half surrogate pair or has over " + ObjectKey.MAX_BYTES + " bytes",
                    "No key can match it; choose another " + what + "."));
        }
    }
}
