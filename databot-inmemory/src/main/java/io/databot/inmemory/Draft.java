package io.databot.inmemory;

import io.databot.failure.CorruptedFailure;
import io.databot.storage.Crc32c;
import io.databot.storage.Md5;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.Options;
import java.util.Optional;

/** What a write is about to publish; its checksums are right. */
final class Draft {

    private static final ObjectMetadata UNSAID = ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE);

    private final byte[] bytes;
    private final int crc32c;
    private final Optional<Md5> md5;
    private final ObjectMetadata metadata;

    private Draft(byte[] bytes, int crc32c, Optional<Md5> md5, ObjectMetadata metadata) {
        this.bytes = bytes;
        this.crc32c = crc32c;
        this.md5 = md5;
        this.metadata = metadata;
    }

    /**
     * Takes the bytes over; nobody else may write to them.
     *
     * @throws CorruptedFailure if a checksum among the options is not theirs
     */
    static Draft of(Call call, byte[] bytes, Options options) {
        Crc32c crc32c = Crc32c.of(bytes);
        options.find(Crc32c.class).filter(given -> !given.equals(crc32c)).ifPresent(given -> {
            throw corrupted(call, given, crc32c);
        });
        Optional<Md5> md5 = options.find(Md5.class);
        md5.ifPresent(given -> {
            Md5 actual = Md5.of(bytes);
            if (!given.equals(actual)) {
                throw corrupted(call, given, actual);
            }
        });
        return new Draft(bytes, crc32c.value(), md5, complete(options.metadata()));
    }

    /** The content of a revision with its own metadata, or with that of the options. */
    static Draft copyOf(Revision source, Options options) {
        ObjectMetadata metadata =
                options.find(ObjectMetadata.class).map(Draft::complete).orElse(source.metadata());
        return new Draft(source.bytes(), source.crc32c(), source.md5(), metadata);
    }

    /** The same without an MD5, as composed objects are. */
    Draft withoutMd5() {
        return new Draft(bytes, crc32c, Optional.empty(), metadata);
    }

    /** Most objects say nothing of themselves; they share one metadata. */
    private static ObjectMetadata complete(ObjectMetadata metadata) {
        if (metadata.contentType().isPresent()) {
            return metadata;
        }
        return metadata.equals(ObjectMetadata.none())
                ? UNSAID
                : metadata.withContentType(ObjectMetadata.DEFAULT_CONTENT_TYPE);
    }

    private static CorruptedFailure corrupted(Call call, Object given, Object actual) {
        return new CorruptedFailure(call.details(
                "the content has " + actual + ", the caller said " + given,
                "The bytes changed on their way, or the checksum is of other content."));
    }

    byte[] bytes() {
        return bytes;
    }

    int crc32c() {
        return crc32c;
    }

    Optional<Md5> md5() {
        return md5;
    }

    ObjectMetadata metadata() {
        return metadata;
    }
}
