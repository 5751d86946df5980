package io.databot.gcp;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import io.databot.storage.Content;
import io.databot.storage.Crc32c;
import io.databot.storage.Md5;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
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

    private StoredObject insert(Call call, ObjectRef target, byte[] content) {
        Crc32c checksum = Crc32c.of(content);
        requireChecksum(call, checksum);
        StorageObject object =
                StoredObjects.write(target, call.options().metadata()).setCrc32c(checksum.base64());
        call.options().find(Md5.class).ifPresent(md5 -> object.setMd5Hash(md5.base64()));
        return lookups.require(call, target.bucket(), api -> {
            Storage.Objects.Insert insert = api.objects()
                    .insert(target.bucket().value(), object, new ByteArrayContent(object.getContentType(), content));
            insert.getMediaHttpUploader().setDirectUploadEnabled(true);
            insert.setDisableGZipContent(true);
            return StoredObjects.read(Requests.conditions(insert, call.options())
                    .setFields(StoredObjects.FIELDS)
                    .execute());
        });
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

    static void requireChecksum(Call call, Crc32c actual) {
        call.options().find(Crc32c.class).filter(given -> !given.equals(actual)).ifPresent(given -> {
            throw GcsFailures.corrupted(
                    call,
                    "the content has " + actual + ", the caller gave " + given,
                    "Nothing was published; check the content and its checksum.");
        });
    }
}
