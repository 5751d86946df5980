package io.databot.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of some of an object's metadata; what it does not name stays, and so does the content.
 *
 * <p>A header that is set to the empty string is removed; removing the content type makes it
 * {@value ObjectMetadata#DEFAULT_CONTENT_TYPE}. Removing a user entry that is not there changes nothing.
 *
 * @param headers the headers to set in place of the object's, those that are present
 * @param user user entries to set (present) or to remove (empty)
 */
public record MetadataPatch(Map<Header, String> headers, Map<String, Optional<String>> user) {

    /** The headers that a patch can change. */
    public enum Header {
        CONTENT_TYPE,
        CACHE_CONTROL,
        CONTENT_DISPOSITION,
        CONTENT_ENCODING,
        CONTENT_LANGUAGE
    }

    private static final MetadataPatch NONE = new MetadataPatch(Map.of(), Map.of());

    /** @throws io.databot.failure.InvalidRequestFailure if a part is not one that a store can hold */
    public MetadataPatch {
        headers = Map.copyOf(headers);
        user = Map.copyOf(user);
        requireValid(headers, user);
    }

    private static void requireValid(Map<Header, String> headers, Map<String, Optional<String>> user) {
        Map<String, String> set = new LinkedHashMap<>();
        user.forEach((key, value) -> set.put(key, value.orElse("")));
        MetadataRules.requireUser(set);
        headers.forEach((header, value) -> {
            if (header == Header.CONTENT_TYPE) {
                MetadataRules.requireMediaType(Optional.of(value).filter(text -> !text.isEmpty()));
            } else {
                MetadataRules.requireHeader(header.name(), Optional.of(value));
            }
        });
    }

    /** Changes nothing. */
    public static MetadataPatch none() {
        return NONE;
    }

    /** The same patch, and sets one user entry. */
    public MetadataPatch set(String key, String value) {
        return withUser(key, Optional.of(value));
    }

    /** The same patch, and removes one user entry. */
    public MetadataPatch remove(String key) {
        return withUser(key, Optional.empty());
    }

    /** The same patch, and sets a header, or removes it when the value is empty. */
    public MetadataPatch header(Header header, String value) {
        Map<Header, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, Objects.requireNonNull(value, "value"));
        return new MetadataPatch(changed, user);
    }

    private MetadataPatch withUser(String key, Optional<String> value) {
        Map<String, Optional<String>> changed = new LinkedHashMap<>(user);
        changed.put(Objects.requireNonNull(key, "key"), value);
        return new MetadataPatch(headers, changed);
    }

    /**
     * What an object's metadata becomes.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the result is more than a store can hold
     */
    public ObjectMetadata applyTo(ObjectMetadata metadata) {
        Map<String, String> entries = new LinkedHashMap<>(metadata.user());
        user.forEach((key, value) -> value.ifPresentOrElse(text -> entries.put(key, text), () -> entries.remove(key)));
        return new ObjectMetadata(
                patched(Header.CONTENT_TYPE, metadata.contentType())
                        .or(() -> Optional.of(ObjectMetadata.DEFAULT_CONTENT_TYPE)),
                patched(Header.CACHE_CONTROL, metadata.cacheControl()),
                patched(Header.CONTENT_DISPOSITION, metadata.contentDisposition()),
                patched(Header.CONTENT_ENCODING, metadata.contentEncoding()),
                patched(Header.CONTENT_LANGUAGE, metadata.contentLanguage()),
                entries);
    }

    private Optional<String> patched(Header header, Optional<String> old) {
        return headers.containsKey(header) ? Optional.of(headers.get(header)).filter(value -> !value.isEmpty()) : old;
    }
}
