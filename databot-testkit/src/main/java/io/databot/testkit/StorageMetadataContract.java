package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.Content;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageMetadataContract extends StorageContractGroup {

    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    private static final ObjectMetadata FULL = ObjectMetadata.ofType("text/csv; charset=utf-8")
            .withCacheControl("private, max-age=60")
            .withContentDisposition("attachment; filename=\"a b.csv\"")
            .withContentEncoding("identity")
            .withContentLanguage("de-CH")
            .with("colour", "red")
            .with("shape", "round");

    @Test
    @DisplayName("finding a missing object gives nothing and no failure (A6.84, A6.100)")
    void findingMissingObjectGivesNothing() {
        assertThat(storage.find(ref("missing"))).isEmpty();
        put("a", "text");
        assertThat(storage.find(ref("a"))).isPresent();
        storage.delete(ref("a"));
        assertThat(storage.find(ref("a"))).isEmpty();
    }

    @Test
    @DisplayName("an object has size, type, times, generation and etag (A6.85)")
    void objectHasSizeTypeTimesGenerationAndEtag() {
        put("a", "text");
        StoredObject found = find(ref("a"));
        assertThat(found.size()).isEqualTo(4);
        assertThat(found.metadata()).isEqualTo(ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE));
        assertThat(found.generation()).isPositive();
        assertThat(found.metageneration()).isEqualTo(1);
        assertThat(found.etag()).isNotBlank();
        assertThat(found.updated()).isEqualTo(found.created());
        assertThat(found.deleted()).isEmpty();
    }

    @Test
    @DisplayName("times do not go backwards over overwrites and updates (A6.86)")
    void timesDoNotGoBackwards() {
        StoredObject before = put("a", "0");
        for (int i = 1; i <= 5; i++) {
            StoredObject written = put("a", String.valueOf(i));
            assertThat(written.created()).isAfterOrEqualTo(before.updated());
            before = storage.update(ref("a"), MetadataPatch.none().set("round", String.valueOf(i)));
            assertThat(before.created()).isEqualTo(written.created());
            assertThat(before.updated()).isAfterOrEqualTo(written.updated());
        }
    }

    @Test
    @DisplayName("the etag changes with the content and with the metadata (A6.85)")
    void etagChangesWithContentAndMetadata() {
        StoredObject first = put("a", "first");
        StoredObject second = put("a", "second");
        StoredObject third = storage.update(ref("a"), MetadataPatch.none().set("colour", "red"));
        assertThat(List.of(first.etag(), second.etag(), third.etag())).doesNotHaveDuplicates();
        assertThat(find(ref("a")).etag()).isEqualTo(third.etag());
    }

    @Test
    @DisplayName("all headers and user entries come back as given, from put and writer (A6.87, A6.91)")
    void allHeadersAndUserEntriesComeBack() {
        put("put", "text", FULL);
        try (ObjectWriter writer = storage.writer(ref("written"), FULL)) {
            writer.write(TEXT);
            writer.commit();
        }
        assertThat(find(ref("put")).metadata()).isEqualTo(FULL);
        assertThat(find(ref("written")).metadata()).isEqualTo(FULL);
    }

    @Test
    @DisplayName("an object of no bytes keeps its metadata (A6.91)")
    void emptyObjectKeepsItsMetadata() {
        storage.put(ref("empty"), Content.of(new byte[0]), FULL);
        assertThat(find(ref("empty")).metadata()).isEqualTo(FULL);
    }

    @Test
    @DisplayName("unusual user keys and values come back as given (A6.94)")
    void unusualUserEntriesComeBack() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("UPPER", "Value");
        entries.put("with-dash_and.dot", "a=b;c, d");
        entries.put("umlaut-ä", "ö 日本 😀");
        entries.put("empty", "");
        entries.put("quotes", "\"'\\");
        entries.put("percent", "%41+%2F");
        entries.put("spaces", " two  spaces ");
        entries.put("json", "{\"a\":[1,2]}");
        entries.put("with space/slash:colon", "x");
        put("a", "text", ObjectMetadata.none().withUser(entries));
        assertThat(find(ref("a")).metadata().user()).containsExactlyInAnyOrderEntriesOf(entries);
    }

    @Test
    @DisplayName("user entries of the full size are kept (A6.96)")
    void userEntriesOfTheFullSizeAreKept() {
        String value = "v".repeat(ObjectMetadata.MAX_USER_BYTES - "key".length());
        put("a", "text", ObjectMetadata.none().with("key", value));
        assertThat(find(ref("a")).metadata().user()).containsExactly(Map.entry("key", value));
    }

    @Test
    @DisplayName("a patch sets one entry, removes another, and keeps the rest and the content (A6.97)")
    void patchKeepsWhatItDoesNotName() {
        StoredObject before = put("a", "text", FULL);
        MetadataPatch patch = MetadataPatch.none().set("size", "large").remove("shape");
        StoredObject changed = storage.update(ref("a"), patch);
        assertThat(changed.metadata()).isEqualTo(patch.applyTo(FULL));
        assertThat(changed.metadata().user()).containsOnlyKeys("colour", "size");
        assertThat(changed.generation()).isEqualTo(before.generation());
        assertThat(changed.metageneration()).isEqualTo(before.metageneration() + 1);
        assertThat(changed.size()).isEqualTo(before.size());
        assertThat(changed.crc32c()).isEqualTo(before.crc32c());
        assertUntouched(changed, TEXT);
    }

    @Test
    @DisplayName("a patch replaces the value of an entry and ignores the removal of one that is not there (A6.97)")
    void patchReplacesEntryAndIgnoresMissingOne() {
        put("a", "text", FULL);
        StoredObject changed = storage.update(
                ref("a"), MetadataPatch.none().set("colour", "blue").remove("missing"));
        assertThat(changed.metadata().user()).isEqualTo(Map.of("colour", "blue", "shape", "round"));
    }

    @Test
    @DisplayName("a patch can remove the last user entry (A6.97)")
    void patchCanRemoveTheLastEntry() {
        put("a", "text", ObjectMetadata.none().with("only", "one"));
        assertThat(storage.update(ref("a"), MetadataPatch.none().remove("only"))
                        .metadata()
                        .user())
                .isEmpty();
        assertThat(find(ref("a")).metadata().user()).isEmpty();
    }

    @Test
    @DisplayName("a patch sets headers, removes those set to nothing, and keeps the others (A6.97)")
    void patchSetsAndRemovesHeaders() {
        put("a", "text", FULL);
        MetadataPatch patch = MetadataPatch.none()
                .header(MetadataPatch.Header.CACHE_CONTROL, "no-store")
                .header(MetadataPatch.Header.CONTENT_DISPOSITION, "")
                .header(MetadataPatch.Header.CONTENT_ENCODING, "")
                .header(MetadataPatch.Header.CONTENT_TYPE, "");
        storage.update(ref("a"), patch);
        ObjectMetadata expected = ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE)
                .withCacheControl("no-store")
                .withContentLanguage("de-CH")
                .withUser(FULL.user());
        assertThat(find(ref("a")).metadata()).isEqualTo(expected);
    }

    @Test
    @DisplayName("a patch of a missing object is NotFoundFailure and makes none (A6.98)")
    void patchOfMissingObjectIsNotFound() {
        MetadataPatch patch = MetadataPatch.none().set("colour", "red");
        Failures.expect(NotFoundFailure.class, () -> storage.update(ref("missing"), patch));
        assertAbsent(ref("missing"));
    }

    @Test
    @DisplayName("a patch that would exceed the limit of user entries is refused and changes nothing (A6.96)")
    void patchOverTheLimitIsRefused() {
        String half = "v".repeat(ObjectMetadata.MAX_USER_BYTES / 2);
        StoredObject before = put("a", "text", ObjectMetadata.none().with("one", half));
        MetadataPatch patch = MetadataPatch.none().set("two", half);
        Failures.expect(InvalidRequestFailure.class, () -> storage.update(ref("a"), patch));
        assertUntouched(before, TEXT);
    }

    @Test
    @DisplayName("two patches of different entries both take effect (A6.97)")
    void patchesOfDifferentEntriesBothTakeEffect() {
        put("a", "text");
        Together.run(8, number -> storage.update(ref("a"), MetadataPatch.none().set("entry-" + number, "x")));
        assertThat(find(ref("a")).metadata().user()).hasSize(8);
        assertThat(find(ref("a")).metageneration()).isEqualTo(9);
    }

    @Test
    @DisplayName("what a call returned neither changes nor can be changed (A6.99)")
    void whatCallReturnedDoesNotChange() {
        StoredObject before = put("a", "text", FULL);
        storage.update(ref("a"), MetadataPatch.none().set("colour", "blue"));
        put("a", "other");
        assertThat(before.metadata()).isEqualTo(FULL);
        assertThat(before.size()).isEqualTo(4);
        Map<String, String> entries = before.metadata().user();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> entries.put("x", "y"));
    }
}
