package io.databot.gcp;

import com.google.api.client.util.DateTime;
import com.google.api.services.storage.model.StorageObject;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.BucketName;
import io.databot.storage.Crc32c;
import io.databot.storage.Md5;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Objects as the service writes them in its JSON, and as the port does. */
final class StoredObjects {

    private StoredObjects() {}

    static StoredObject read(StorageObject object) {
        return new StoredObject(
                new ObjectRef(BucketName.of(object.getBucket()), ObjectKey.of(object.getName())),
                size(object),
                object.getGeneration(),
                object.getMetageneration(),
                checksum(object),
                Optional.ofNullable(object.getMd5Hash()).map(Md5::new),
                metadata(object),
                instant(object.getTimeCreated()).orElse(Instant.EPOCH),
                instant(object.getUpdated()).orElse(Instant.EPOCH),
                Objects.toString(object.getEtag(), ""),
                text(object.getStorageClass()),
                instant(object.getTimeDeleted()));
    }

    /** Google's own emulator leaves a size of zero out. */
    private static long size(StorageObject object) {
        return object.getSize() == null ? 0 : object.getSize().longValueExact();
    }

    private static Crc32c checksum(StorageObject object) {
        if (object.getCrc32c() == null) {
            throw new IllegalStateException("the service gives no checksum of " + object.getName()
                    + "; objects under a customer-supplied key are not supported");
        }
        return Crc32c.parse(object.getCrc32c());
    }

    /** Other clients may have written what ours refuse; that is left out rather than failing a whole listing. */
    private static ObjectMetadata metadata(StorageObject object) {
        ObjectMetadata metadata = with(ObjectMetadata.none(), object.getContentType(), ObjectMetadata::withContentType);
        if (metadata.contentType().isEmpty()) {
            metadata = metadata.withContentType(ObjectMetadata.DEFAULT_CONTENT_TYPE);
        }
        metadata = with(metadata, object.getCacheControl(), ObjectMetadata::withCacheControl);
        metadata = with(metadata, object.getContentDisposition(), ObjectMetadata::withContentDisposition);
        metadata = with(metadata, object.getContentEncoding(), ObjectMetadata::withContentEncoding);
        metadata = with(metadata, object.getContentLanguage(), ObjectMetadata::withContentLanguage);
        return object.getMetadata() == null ? metadata : withUser(metadata, object.getMetadata());
    }

    private static ObjectMetadata with(
            ObjectMetadata metadata,
            @Nullable String value,
            BiFunction<ObjectMetadata, String, ObjectMetadata> change) {
        try {
            return value == null || value.isEmpty() ? metadata : change.apply(metadata, value);
        } catch (InvalidRequestFailure foreign) {
            return metadata;
        }
    }

    private static ObjectMetadata withUser(ObjectMetadata metadata, Map<String, String> user) {
        try {
            return metadata.withUser(user);
        } catch (InvalidRequestFailure foreign) {
            ObjectMetadata some = metadata;
            for (Map.Entry<String, String> entry : user.entrySet()) {
                some = with(some, entry.getValue(), (before, value) -> before.with(entry.getKey(), value));
            }
            return some;
        }
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static Optional<Instant> instant(@Nullable DateTime time) {
        return Optional.ofNullable(time).map(value -> Instant.ofEpochMilli(value.getValue()));
    }

    /** An object to be written, with all that its metadata says. */
    static StorageObject write(ObjectRef target, ObjectMetadata metadata) {
        StorageObject object = new StorageObject()
                .setBucket(target.bucket().value())
                .setName(target.key().value())
                .setContentType(metadata.contentType().orElse(ObjectMetadata.DEFAULT_CONTENT_TYPE));
        metadata.cacheControl().ifPresent(object::setCacheControl);
        metadata.contentDisposition().ifPresent(object::setContentDisposition);
        metadata.contentEncoding().ifPresent(object::setContentEncoding);
        metadata.contentLanguage().ifPresent(object::setContentLanguage);
        return metadata.user().isEmpty() ? object : object.setMetadata(metadata.user());
    }
}
