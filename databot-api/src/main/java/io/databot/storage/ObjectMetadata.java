package io.databot.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an object says of its content: the HTTP headers that it is served with, and the user's own entries.
 *
 * <p>As an option of a write or a copy it replaces all of the target's metadata; nothing is merged. An object that was
 * written without a content type has {@value #DEFAULT_CONTENT_TYPE}.
 *
 * <p>User keys are not empty, do not differ from one another by case alone, and together with their values have at most
 * {@value #MAX_USER_BYTES} bytes of UTF-8, the limit of Google Cloud Storage.
 *
 * @param contentType a media type such as {@code text/csv; charset=utf-8}
 * @param cacheControl the {@code Cache-Control} header
 * @param contentDisposition the {@code Content-Disposition} header
 * @param contentEncoding the {@code Content-Encoding} header; the bytes are stored and read as they were given
 * @param contentLanguage the {@code Content-Language} header
 * @param user the user's own entries, in the order given
 */
public record ObjectMetadata(
        Optional<String> contentType,
        Optional<String> cacheControl,
        Optional<String> contentDisposition,
        Optional<String> contentEncoding,
        Optional<String> contentLanguage,
        Map<String, String> user)
        implements WriteOption, CopyOption {

    /** The content type of an object that was written without one. */
    public static final String DEFAULT_CONTENT_TYPE = "application/octet-stream";

    /** The most bytes that user keys and values may have together. */
    public static final int MAX_USER_BYTES = 8192;

    private static final ObjectMetadata NONE = new ObjectMetadata(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** @throws io.databot.failure.InvalidRequestFailure if a part is not one that a store can hold */
    public ObjectMetadata {
        MetadataRules.requireMediaType(contentType);
        MetadataRules.requireHeader("Cache-Control", cacheControl);
        MetadataRules.requireHeader("Content-Disposition", contentDisposition);
        MetadataRules.requireHeader("Content-Encoding", contentEncoding);
        MetadataRules.requireHeader("Content-Language", contentLanguage);
        MetadataRules.requireUser(user);
        user = user.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(user));
    }

    /** Nothing said. */
    public static ObjectMetadata none() {
        return NONE;
    }

    /** Only a content type. */
    public static ObjectMetadata ofType(String contentType) {
        return NONE.withContentType(contentType);
    }

    public ObjectMetadata withContentType(String value) {
        return new ObjectMetadata(
                Optional.of(value), cacheControl, contentDisposition, contentEncoding, contentLanguage, user);
    }

    public ObjectMetadata withCacheControl(String value) {
        return new ObjectMetadata(
                contentType, Optional.of(value), contentDisposition, contentEncoding, contentLanguage, user);
    }

    public ObjectMetadata withContentDisposition(String value) {
        return new ObjectMetadata(
                contentType, cacheControl, Optional.of(value), contentEncoding, contentLanguage, user);
    }

    public ObjectMetadata withContentEncoding(String value) {
        return new ObjectMetadata(
                contentType, cacheControl, contentDisposition, Optional.of(value), contentLanguage, user);
    }

    public ObjectMetadata withContentLanguage(String value) {
        return new ObjectMetadata(
                contentType, cacheControl, contentDisposition, contentEncoding, Optional.of(value), user);
    }

    /** The same with one user entry more, or another value for it. */
    public ObjectMetadata with(String key, String value) {
        Map<String, String> entries = new LinkedHashMap<>(user);
        entries.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return withUser(entries);
    }

    /** The same with these user entries in place of all others. */
    public ObjectMetadata withUser(Map<String, String> entries) {
        return new ObjectMetadata(
                contentType, cacheControl, contentDisposition, contentEncoding, contentLanguage, entries);
    }
}
