package io.databot.gcp;

import com.google.cloud.storage.Storage.BlobTargetOption;
import io.databot.storage.Content;
import io.databot.storage.Crc32c;
import io.databot.storage.Md5;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes content: what fits the limit in one request, from memory; what does not in an upload session. */
final class Writes {

    private static final int BUFFER = 64 * 1024;

    private final GcsConnection connection;
    private final Lookups lookups;

    Writes(GcsConnection connection, Lookups lookups) {
        this.connection = connection;
        this.lookups = lookups;
    }

    StoredObject put(Call call, ObjectRef target, Content content) {
        connection.requireOpen(call);
        int limit = connection.uploads().singleRequestLimit();
        OptionalLong length = content.length();
        try (InputStream source = content.open()) {
            byte[] start = source.readNBytes(limit);
            Optional<Integer> more = start.length < limit ? Optional.empty() : next(source);
            if (more.isEmpty()) {
                requireLength(call, length, start.length);
                return insert(call, target, start);
            }
            return upload(call, target, length, start, more.get(), source);
        } catch (IOException unreadable) {
            throw GcsFailures.unreadable(call, unreadable);
        }
    }

    private static Optional<Integer> next(InputStream source) throws IOException {
        return Optional.of(source.read()).filter(value -> value >= 0);
    }

    /** The client adds the checksum of what it sends. It has no way to send an MD5, so that is checked here. */
    private StoredObject insert(Call call, ObjectRef target, byte[] content) {
        if (call.options().has(Crc32c.class)) {
            requireChecksum(call, Crc32c.of(content));
        }
        requireMd5(call, content);
        List<BlobTargetOption> options = Blobs.written(call.options());
        options.add(BlobTargetOption.disableGzipContent());
        return lookups.require(
                call,
                target.bucket(),
                client -> Blobs.read(client.create(
                        Blobs.write(target, call.options().metadata()),
                        content,
                        0,
                        content.length,
                        options.toArray(BlobTargetOption[]::new))));
    }

    private StoredObject upload(
            Call call, ObjectRef target, OptionalLong length, byte[] start, int next, InputStream source)
            throws IOException {
        UploadSession session = new UploadSession(connection, call, target, length);
        session.write(call, start, 0, start.length);
        session.write(call, new byte[] {(byte) next}, 0, 1);
        byte[] buffer = new byte[BUFFER];
        for (int got = source.read(buffer); got >= 0; got = source.read(buffer)) {
            session.write(call, buffer, 0, got);
        }
        return session.commit(call);
    }

    static void requireLength(Call call, OptionalLong declared, long actual) {
        if (declared.isPresent() && declared.getAsLong() != actual) {
            throw GcsFailures.corrupted(
                    call,
                    "the content was declared to have " + declared.getAsLong() + " bytes and has "
                            + (actual > declared.getAsLong() ? "more" : String.valueOf(actual)),
                    "Nothing was published; declare the right length, or none.");
        }
    }

    private static void requireMd5(Call call, byte[] content) {
        call.options()
                .find(Md5.class)
                .filter(given -> !given.equals(Md5.of(content)))
                .ifPresent(given -> {
                    throw GcsFailures.corrupted(
                            call,
                            "the content has another MD5 than " + given + ", which the caller gave",
                            "Nothing was published; check the content and its checksum.");
                });
    }

    static void requireChecksum(Call call, Crc32c actual) {
        call.options().find(Crc32c.class).filter(given -> !given.equals(actual)).ifPresent(given -> {
            throw GcsFailures.corrupted(
                    call,
                    "the content has " + actual + ", the caller gave " + given,
                    "Nothing was published; check the content and its checksum.");
        });
    }
}
