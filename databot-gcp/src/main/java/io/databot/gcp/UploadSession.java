package io.databot.gcp;

import com.google.api.client.util.DateTime;
import com.google.api.services.storage.model.StorageObject;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.BlobWriteSession;
import com.google.cloud.storage.Storage.BlobWriteOption;
import io.databot.storage.Crc32c;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.Md5;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Content on its way in several requests. Nothing is published before {@link #commit}; a session that is not committed is
 * left alone, and the service drops it after a week.
 *
 * <p>Closing the client's channel would publish what was sent so far, so nothing but a commit does that.
 */
final class UploadSession {

    private final GcsConnection connection;
    private final OptionalLong length;
    private final BlobWriteSession session;
    private final CRC32C checksum = new CRC32C();
    private @Nullable WritableByteChannel channel;
    private long count;

    UploadSession(GcsConnection connection, Call call, ObjectRef target, OptionalLong length) {
        this.connection = connection;
        this.length = length;
        this.session = connection.uploadClient().begin(blob(call, target), options(call));
    }

    private static BlobInfo blob(Call call, ObjectRef target) {
        ObjectMetadata metadata = call.options().metadata();
        BlobInfo.Builder blob = BlobInfo.newBuilder(
                        target.bucket().value(), target.key().value())
                .setContentType(metadata.contentType().orElse(ObjectMetadata.DEFAULT_CONTENT_TYPE));
        metadata.cacheControl().ifPresent(blob::setCacheControl);
        metadata.contentDisposition().ifPresent(blob::setContentDisposition);
        metadata.contentEncoding().ifPresent(blob::setContentEncoding);
        metadata.contentLanguage().ifPresent(blob::setContentLanguage);
        if (!metadata.user().isEmpty()) {
            blob.setMetadata(metadata.user());
        }
        call.options().find(Md5.class).ifPresent(md5 -> blob.setMd5(md5.base64()));
        return blob.build();
    }

    /** A checksum in the blob alone would be dropped; it has to be an option as well, and MD5 has no newer one. */
    @SuppressWarnings("deprecation")
    private static BlobWriteOption[] options(Call call) {
        List<BlobWriteOption> options = new ArrayList<>();
        call.options().find(IfAbsent.class).ifPresent(absent -> options.add(BlobWriteOption.doesNotExist()));
        call.options()
                .find(IfGeneration.class)
                .ifPresent(is -> options.add(BlobWriteOption.generationMatch(is.generation())));
        call.options().find(Md5.class).ifPresent(md5 -> options.add(BlobWriteOption.md5Match()));
        return options.toArray(BlobWriteOption[]::new);
    }

    void write(Call call, byte[] bytes, int offset, int amount) {
        count += amount;
        if (length.isPresent() && count > length.getAsLong()) {
            Writes.requireLength(call, length, count);
        }
        checksum.update(bytes, offset, amount);
        connection.sendInSession(call, () -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, amount);
            WritableByteChannel out = opened();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            return amount;
        });
    }

    /** Publishes what was written, if it is what was declared. */
    StoredObject commit(Call call) {
        Writes.requireLength(call, length, count);
        Writes.requireChecksum(call, new Crc32c((int) checksum.getValue()));
        return connection.sendInSession(call, () -> {
            opened().close();
            return StoredObjects.read(object(result()));
        });
    }

    private WritableByteChannel opened() throws IOException {
        if (channel == null) {
            channel = session.open();
        }
        return channel;
    }

    private BlobInfo result() throws IOException {
        try {
            return session.getResult().get();
        } catch (ExecutionException e) {
            throw new IOException("the upload has no result", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static StorageObject object(BlobInfo blob) {
        return new StorageObject()
                .setBucket(blob.getBucket())
                .setName(blob.getName())
                .setSize(BigInteger.valueOf(blob.getSize()))
                .setGeneration(blob.getGeneration())
                .setMetageneration(blob.getMetageneration())
                .setCrc32c(blob.getCrc32c())
                .setMd5Hash(blob.getMd5())
                .setContentType(blob.getContentType())
                .setCacheControl(blob.getCacheControl())
                .setContentDisposition(blob.getContentDisposition())
                .setContentEncoding(blob.getContentEncoding())
                .setContentLanguage(blob.getContentLanguage())
                .setMetadata(blob.getMetadata())
                .setTimeCreated(time(blob.getCreateTimeOffsetDateTime()))
                .setUpdated(time(blob.getUpdateTimeOffsetDateTime()))
                .setEtag(blob.getEtag())
                .setStorageClass(Optional.ofNullable(blob.getStorageClass())
                        .map(Object::toString)
                        .orElse(null));
    }

    private static @Nullable DateTime time(@Nullable OffsetDateTime time) {
        return time == null ? null : new DateTime(time.toInstant().toEpochMilli());
    }
}
