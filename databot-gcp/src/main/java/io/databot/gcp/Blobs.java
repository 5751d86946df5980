package io.databot.gcp;

import com.google.api.client.util.DateTime;
import com.google.api.services.storage.model.StorageObject;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobGetOption;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import io.databot.storage.AtGeneration;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfGenerationNot;
import io.databot.storage.IfMetageneration;
import io.databot.storage.IfSourceGeneration;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import io.databot.storage.StoredObject;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects and options as google-cloud-storage has them, and as the port does. */
final class Blobs {

    private Blobs() {}

    /** What a {@link StoredObject} is made of; asking for no more makes replies many times smaller. */
    static BlobField[] fields() {
        return new BlobField[] {
            BlobField.BUCKET,
            BlobField.NAME,
            BlobField.SIZE,
            BlobField.GENERATION,
            BlobField.METAGENERATION,
            BlobField.CRC32C,
            BlobField.MD5HASH,
            BlobField.CONTENT_TYPE,
            BlobField.CACHE_CONTROL,
            BlobField.CONTENT_DISPOSITION,
            BlobField.CONTENT_ENCODING,
            BlobField.CONTENT_LANGUAGE,
            BlobField.METADATA,
            BlobField.TIME_CREATED,
            BlobField.UPDATED,
            BlobField.TIME_DELETED,
            BlobField.ETAG,
            BlobField.STORAGE_CLASS
        };
    }

    static StoredObject read(BlobInfo blob) {
        return StoredObjects.read(new StorageObject()
                .setBucket(blob.getBucket())
                .setName(blob.getName())
                .setSize(size(blob))
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
                .setTimeDeleted(time(blob.getDeleteTimeOffsetDateTime()))
                .setEtag(blob.getEtag())
                .setStorageClass(Optional.ofNullable(blob.getStorageClass())
                        .map(Object::toString)
                        .orElse(null)));
    }

    private static @Nullable BigInteger size(BlobInfo blob) {
        return blob.getSize() == null ? null : BigInteger.valueOf(blob.getSize());
    }

    private static @Nullable DateTime time(@Nullable OffsetDateTime time) {
        return time == null ? null : new DateTime(time.toInstant().toEpochMilli());
    }

    /** An object to be written, with all that its metadata says. */
    static BlobInfo write(ObjectRef target, ObjectMetadata metadata) {
        BlobInfo.Builder blob = BlobInfo.newBuilder(id(target))
                .setContentType(metadata.contentType().orElse(ObjectMetadata.DEFAULT_CONTENT_TYPE));
        metadata.cacheControl().ifPresent(blob::setCacheControl);
        metadata.contentDisposition().ifPresent(blob::setContentDisposition);
        metadata.contentEncoding().ifPresent(blob::setContentEncoding);
        metadata.contentLanguage().ifPresent(blob::setContentLanguage);
        return metadata.user().isEmpty()
                ? blob.build()
                : blob.setMetadata(metadata.user()).build();
    }

    /** Only what the patch changes; what it removes is a null, which the client sends. */
    static BlobInfo write(ObjectRef object, MetadataPatch patch) {
        BlobInfo.Builder blob = BlobInfo.newBuilder(id(object));
        patch.headers().forEach((header, value) -> set(blob, header, value));
        if (!patch.user().isEmpty()) {
            Map<String, @Nullable String> user = new HashMap<>();
            patch.user().forEach((key, value) -> user.put(key, value.orElse(null)));
            blob.setMetadata(user);
        }
        return blob.build();
    }

    private static void set(BlobInfo.Builder blob, MetadataPatch.Header header, String value) {
        String text = value.isEmpty() ? null : value;
        switch (header) {
            case CONTENT_TYPE -> blob.setContentType(text == null ? ObjectMetadata.DEFAULT_CONTENT_TYPE : text);
            case CACHE_CONTROL -> blob.setCacheControl(text);
            case CONTENT_DISPOSITION -> blob.setContentDisposition(text);
            case CONTENT_ENCODING -> blob.setContentEncoding(text);
            case CONTENT_LANGUAGE -> blob.setContentLanguage(text);
        }
    }

    static BlobId id(ObjectRef object) {
        return BlobId.of(object.bucket().value(), object.key().value());
    }

    /** The generation that the options name, or the live one. */
    static BlobId id(ObjectRef object, Options options) {
        return options.find(AtGeneration.class)
                .map(at -> id(object, at.generation()))
                .orElseGet(() -> id(object));
    }

    static BlobId id(ObjectRef object, long generation) {
        return BlobId.of(object.bucket().value(), object.key().value(), generation);
    }

    static BlobGetOption[] get(Options options) {
        List<BlobGetOption> get = new ArrayList<>();
        get.add(BlobGetOption.fields(fields()));
        options.find(IfGeneration.class).ifPresent(is -> get.add(BlobGetOption.generationMatch(is.generation())));
        options.find(IfGenerationNot.class)
                .ifPresent(not -> get.add(BlobGetOption.generationNotMatch(not.generation())));
        options.find(IfMetageneration.class)
                .ifPresent(is -> get.add(BlobGetOption.metagenerationMatch(is.metageneration())));
        return get.toArray(BlobGetOption[]::new);
    }

    static BlobSourceOption[] delete(Options options) {
        List<BlobSourceOption> delete = new ArrayList<>();
        options.find(IfGeneration.class).ifPresent(is -> delete.add(BlobSourceOption.generationMatch(is.generation())));
        options.find(IfMetageneration.class)
                .ifPresent(is -> delete.add(BlobSourceOption.metagenerationMatch(is.metageneration())));
        return delete.toArray(BlobSourceOption[]::new);
    }

    static BlobSourceOption[] copied(Options options) {
        return options.find(IfSourceGeneration.class).stream()
                .map(is -> BlobSourceOption.generationMatch(is.generation()))
                .toArray(BlobSourceOption[]::new);
    }

    static List<BlobTargetOption> written(Options options) {
        List<BlobTargetOption> write = new ArrayList<>();
        options.find(IfAbsent.class).ifPresent(absent -> write.add(BlobTargetOption.doesNotExist()));
        options.find(IfGeneration.class).ifPresent(is -> write.add(BlobTargetOption.generationMatch(is.generation())));
        options.find(IfMetageneration.class)
                .ifPresent(is -> write.add(BlobTargetOption.metagenerationMatch(is.metageneration())));
        return write;
    }
}
