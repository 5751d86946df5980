package io.databot.gcp;

import java.time.Duration;

/**
 * How content travels.
 *
 * @param singleRequestLimit content of at most so many bytes is sent in one request, from memory
 * @param chunkSize larger content is sent in an upload session, so many bytes a request; this is what a writer holds in
 *     memory
 * @param attempts how often a chunk is sent before the session fails
 * @param firstDelay the wait before the second attempt; it doubles with each
 */
record UploadPolicy(int singleRequestLimit, int chunkSize, int attempts, Duration firstDelay) {

    /** The service takes chunks of a multiple of this. */
    static final int CHUNK_UNIT = 256 * 1024;

    static final UploadPolicy STANDARD = new UploadPolicy(8 << 20, 8 << 20, 5, Duration.ofMillis(500));

    UploadPolicy {
        if (chunkSize < CHUNK_UNIT || chunkSize % CHUNK_UNIT != 0) {
            throw new IllegalArgumentException("a chunk is a multiple of 256 KiB");
        }
        if (singleRequestLimit < 0 || attempts < 1 || firstDelay.isNegative()) {
            throw new IllegalArgumentException("limits and delays are zero or more, attempts one or more");
        }
    }
}
