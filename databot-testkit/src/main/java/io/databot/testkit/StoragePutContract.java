package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.Content;
import io.databot.storage.Crc32c;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class StoragePutContract extends StorageContractGroup {

    /** Over one part of every provider, and no multiple of anything. */
    private static final int LARGE = 17 * TestBytes.MIB + 13;

    @Test
    @DisplayName("bytes that were put are read back (A3.26)")
    void bytesThatWerePutAreReadBack() {
        byte[] content = TestBytes.of(1000);
        storage.put(ref("a"), Content.of(content));
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    @Test
    @DisplayName("an empty content gives an object of no bytes (A3.27)")
    void emptyContentGivesObjectOfNoBytes() {
        StoredObject written = storage.put(ref("empty"), Content.of(new byte[0]));
        assertThat(written.size()).isZero();
        assertThat(written.crc32c()).isEqualTo(Crc32c.of(new byte[0]));
        assertThat(storage.find(ref("empty"))).contains(written);
        assertThat(bytes(ref("empty"))).isEmpty();
        assertThat(names(ListRequest.of(bucket))).containsExactly("empty");
    }

    @Test
    @DisplayName("an empty stream of unknown length gives an object of no bytes (A3.27)")
    void emptyStreamGivesObjectOfNoBytes() {
        StoredObject written = storage.put(ref("empty"), Content.stream(ByteArrayInputStream::nullInputStream));
        assertThat(written.size()).isZero();
        assertThat(bytes(ref("empty"))).isEmpty();
    }

    @Test
    @DisplayName("an empty content over an object replaces it with no bytes (A3.28)")
    void emptyContentReplacesObject() {
        put("a", "something");
        storage.put(ref("a"), Content.of(new byte[0]));
        assertThat(bytes(ref("a"))).isEmpty();
        assertThat(find(ref("a")).size()).isZero();
    }

    @Test
    @DisplayName("put returns the object as find sees it (A3.29)")
    void putReturnsTheObjectAsFindSeesIt() {
        ObjectMetadata metadata = ObjectMetadata.ofType("text/plain").with("colour", "red");
        StoredObject written = put("a", "text", metadata);
        assertThat(written.ref()).isEqualTo(ref("a"));
        assertThat(written.size()).isEqualTo(4);
        assertThat(written.generation()).isPositive();
        assertThat(written.metageneration()).isEqualTo(1);
        assertThat(written.crc32c()).isEqualTo(Crc32c.of("text".getBytes(StandardCharsets.UTF_8)));
        assertThat(written.metadata()).isEqualTo(metadata);
        assertThat(written.deleted()).isEmpty();
        assertThat(storage.find(ref("a"))).contains(written);
    }

    @Test
    @DisplayName("an overwrite replaces content and all metadata, and merges nothing (A3.30)")
    void overwriteReplacesContentAndAllMetadata() {
        ObjectMetadata all = ObjectMetadata.ofType("text/html")
                .withCacheControl("no-store")
                .withContentDisposition("inline")
                .withContentLanguage("de")
                .with("colour", "red")
                .with("shape", "round");
        put("a", "a long first text", all);
        StoredObject written = put("a", "second", ObjectMetadata.none().with("colour", "blue"));
        assertThat(text(ref("a"))).isEqualTo("second");
        assertThat(written.metadata())
                .isEqualTo(ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE)
                        .with("colour", "blue"));
        assertThat(find(ref("a"))).isEqualTo(written);
    }

    @Test
    @DisplayName(
            "every put gives a larger generation and the metageneration 1, also after an update and a delete (A3.29)")
    void everyPutGivesLargerGeneration() {
        StoredObject first = put("a", "same");
        storage.update(ref("a"), io.databot.storage.MetadataPatch.none().set("colour", "red"));
        StoredObject second = put("a", "same");
        storage.delete(ref("a"));
        StoredObject third = put("a", "same");
        assertThat(List.of(first.generation(), second.generation(), third.generation()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(second.metageneration()).isEqualTo(1);
        assertThat(third.metageneration()).isEqualTo(1);
    }

    @Test
    @DisplayName("bytes, text, a file and streams of known and unknown length give the same object (A3.31)")
    void everySourceGivesTheSameObject(@TempDir Path directory) throws IOException {
        String text = "Grüße, 😀\n".repeat(1000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(directory.resolve("source.txt"), bytes);
        List<Content> sources = List.of(
                Content.of(bytes),
                Content.text(text),
                Content.file(file),
                Content.stream(bytes.length, () -> new ByteArrayInputStream(bytes)),
                Content.stream(() -> new ByteArrayInputStream(bytes)));
        for (Content source : sources) {
            StoredObject written = storage.put(ref("a"), source);
            assertThat(written.size()).as("size from %s", source).isEqualTo(bytes.length);
            assertThat(written.crc32c()).as("checksum from %s", source).isEqualTo(Crc32c.of(bytes));
            assertThat(bytes(ref("a"))).as("content from %s", source).isEqualTo(bytes);
        }
    }

    @Test
    @DisplayName("a content larger than one part arrives whole, with its length known and unknown (A3.32)")
    void largeContentArrivesWhole() {
        byte[] content = TestBytes.of(LARGE);
        StoredObject known = storage.put(ref("known"), Content.of(content));
        StoredObject unknown = storage.put(ref("unknown"), Content.stream(() -> new ByteArrayInputStream(content)));
        for (StoredObject written : List.of(known, unknown)) {
            assertThat(written.size()).isEqualTo(LARGE);
            assertThat(written.crc32c()).isEqualTo(Crc32c.of(content));
            assertThat(bytes(written.ref())).isEqualTo(content);
        }
    }

    @Test
    @DisplayName("what a put opens it closes, when it works and when it is refused")
    void whatPutOpensItCloses() {
        TestBytes.Watched good = TestBytes.Watched.of(TestBytes.of(100), OptionalLong.of(100));
        storage.put(ref("good"), good);
        TestBytes.Watched bad = TestBytes.Watched.failing(TestBytes.of(100), 50);
        Failures.expect(InvalidRequestFailure.class, () -> storage.put(ref("bad"), bad));
        assertThat(good.opened()).isPositive().isEqualTo(good.closed());
        assertThat(bad.opened()).isPositive().isEqualTo(bad.closed());
    }

    @Test
    @DisplayName("a source that breaks, soon or late, is InvalidRequestFailure and publishes nothing")
    void sourceThatBreaksPublishesNothing() {
        for (int failAfter : new int[] {0, 10, LARGE - 1}) {
            TestBytes.Watched broken = TestBytes.Watched.failing(new byte[LARGE], failAfter);
            InvalidRequestFailure failure = Failures.expect(
                    InvalidRequestFailure.class, "after " + failAfter, () -> storage.put(ref("new"), broken));
            assertThat(failure).hasRootCauseInstanceOf(IOException.class);
            assertAbsent(ref("new"));
        }
    }

    @Test
    @DisplayName("a source that breaks leaves the object that was there as it was")
    void sourceThatBreaksLeavesTheOldObject() {
        StoredObject before = put("a", "old");
        Content broken = TestBytes.Watched.failing(TestBytes.of(100), 50);
        Failures.expect(InvalidRequestFailure.class, () -> storage.put(ref("a"), broken));
        assertUntouched(before, "old".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("an object that was put is listed and found at once, and its key in no other bucket")
    void objectIsVisibleAtOnce() {
        for (int i = 0; i < 20; i++) {
            ObjectRef object = ref("object-" + i);
            StoredObject written = storage.put(object, Content.text(String.valueOf(i)));
            assertThat(storage.find(object)).contains(written);
            assertThat(entries(ListRequest.of(bucket).withPrefix("object-" + i)))
                    .contains(written);
        }
        assertThat(names(ListRequest.of(harness.secondBucket()))).isEmpty();
    }
}
