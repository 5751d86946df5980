package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.Crc32c;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageFeature;
import io.databot.storage.StoredObject;
import io.databot.storage.WriteOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageCopyContract extends StorageContractGroup {

    private static final ObjectMetadata FULL = ObjectMetadata.ofType("text/csv")
            .withCacheControl("no-store")
            .withContentDisposition("inline")
            .withContentLanguage("de")
            .with("colour", "red");

    private ObjectRef elsewhere(String key) {
        return new ObjectRef(harness.secondBucket(), ObjectKey.of(key));
    }

    @Test
    @DisplayName("a copy keeps content and all metadata, and leaves the source (A9.133)")
    void copyKeepsContentAndMetadata() {
        StoredObject source = put("source", "text", FULL);
        StoredObject copy = storage.copy(ref("source"), ref("target"));
        assertThat(copy.ref()).isEqualTo(ref("target"));
        assertThat(copy.size()).isEqualTo(source.size());
        assertThat(copy.crc32c()).isEqualTo(source.crc32c());
        assertThat(copy.metadata()).isEqualTo(FULL);
        assertThat(copy.metageneration()).isEqualTo(1);
        assertThat(storage.find(ref("target"))).contains(copy);
        assertThat(text(ref("target"))).isEqualTo("text");
        assertUntouched(source, "text".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a copy replaces the target whole, and merges nothing (A9.134)")
    void copyReplacesTheTargetWhole() {
        StoredObject before = put("target", "a longer text", FULL);
        put("source", "short", ObjectMetadata.none().with("shape", "round"));
        StoredObject copy = storage.copy(ref("source"), ref("target"));
        assertThat(copy.generation()).isGreaterThan(before.generation());
        assertThat(text(ref("target"))).isEqualTo("short");
        assertThat(find(ref("target")).metadata())
                .isEqualTo(ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE)
                        .with("shape", "round"));
    }

    @Test
    @DisplayName("a copy to another bucket and back gives the same object (A9.136)")
    void copyToAnotherBucketAndBack() {
        put("source", "text", FULL);
        storage.copy(ref("source"), elsewhere("there"));
        storage.copy(elsewhere("there"), ref("back"));
        assertThat(text(elsewhere("there"))).isEqualTo("text");
        assertThat(text(ref("back"))).isEqualTo("text");
        assertThat(find(ref("back")).metadata()).isEqualTo(FULL);
        assertThat(names(ListRequest.of(harness.secondBucket()))).containsExactly("there");
    }

    @Test
    @DisplayName("a copy to or from a missing bucket is BucketNotFoundFailure (A9.135)")
    void copyToMissingBucketIsBucketNotFound() {
        put("source", "text");
        ObjectRef nowhere = new ObjectRef(harness.missingBucket(), ObjectKey.of("source"));
        Failures.expect(BucketNotFoundFailure.class, "to it", () -> storage.copy(ref("source"), nowhere));
        Failures.expect(BucketNotFoundFailure.class, "from it", () -> storage.copy(nowhere, ref("target")));
        assertAbsent(ref("target"));
    }

    @Test
    @DisplayName("a copy of a missing object or generation is NotFoundFailure and leaves the target (A9.137)")
    void copyOfMissingObjectLeavesTheTarget() {
        StoredObject source = put("source", "text");
        StoredObject before = put("target", "old");
        AtGeneration never = AtGeneration.of(source.generation() + 1);
        Failures.expect(NotFoundFailure.class, () -> storage.copy(ref("missing"), ref("target")));
        Failures.expect(NotFoundFailure.class, () -> storage.copy(ref("source"), ref("target"), never));
        assertUntouched(before, "old".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a copy with metadata replaces all of it (A9.138)")
    void copyWithMetadataReplacesAllOfIt() {
        put("source", "text", FULL);
        ObjectMetadata other = ObjectMetadata.ofType("text/plain").with("shape", "round");
        assertThat(storage.copy(ref("source"), ref("target"), other).metadata()).isEqualTo(other);
        assertThat(find(ref("target")).metadata()).isEqualTo(other);
        assertThat(find(ref("source")).metadata()).isEqualTo(FULL);
    }

    @Test
    @DisplayName("a copy with metadata that names no content type has the type of an object without one (A9.138)")
    void copyWithMetadataWithoutTypeHasTheDefaultType() {
        put("source", "text", FULL);
        storage.copy(ref("source"), ref("target"), ObjectMetadata.none().with("shape", "round"));
        assertThat(find(ref("target")).metadata())
                .isEqualTo(ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE)
                        .with("shape", "round"));
    }

    @Test
    @DisplayName("a copy onto itself gives a new generation of the same content (A9.137)")
    void copyOntoItselfGivesNewGeneration() {
        StoredObject before = put("a", "text", FULL);
        StoredObject copy = storage.copy(ref("a"), ref("a"));
        assertThat(copy.generation()).isGreaterThan(before.generation());
        assertThat(copy.metadata()).isEqualTo(FULL);
        assertThat(text(ref("a"))).isEqualTo("text");
    }

    @Test
    @DisplayName("a copy does not change with its source (A9.139)")
    void copyDoesNotChangeWithItsSource() {
        put("source", "text", FULL);
        StoredObject copy = storage.copy(ref("source"), ref("target"));
        storage.update(ref("source"), MetadataPatch.none().set("colour", "blue"));
        put("source", "other");
        storage.delete(ref("source"));
        assertUntouched(copy, "text".getBytes(StandardCharsets.UTF_8));
    }

    /** Runs only where composing is declared; elsewhere it must be refused. */
    private boolean composes() {
        if (!has(StorageFeature.COMPOSE)) {
            put("part", "x");
            assertUnsupported(() -> storage.compose(ref("target"), List.of(ObjectKey.of("part"))));
        }
        return has(StorageFeature.COMPOSE);
    }

    private StoredObject compose(List<String> parts, WriteOption... options) {
        return storage.compose(ref("target"), parts.stream().map(ObjectKey::of).toList(), options);
    }

    @Test
    @DisplayName("composing 1, 2 and 32 parts joins them in order and keeps them (A9.145)")
    void composingJoinsPartsInOrder() {
        if (composes()) {
            List<String> parts = new ArrayList<>();
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 32; i++) {
                parts.add("part-" + (100 - i));
                expected.append("<").append(i).append(">");
                put(parts.get(i), "<" + i + ">");
                if (i == 0 || i == 1 || i == 31) {
                    StoredObject composed = compose(parts);
                    assertThat(text(ref("target"))).isEqualTo(expected.toString());
                    assertThat(composed.crc32c())
                            .isEqualTo(Crc32c.of(expected.toString().getBytes(StandardCharsets.UTF_8)));
                    assertThat(storage.find(ref("target"))).contains(composed);
                }
            }
            assertThat(names(ListRequest.of(bucket).withPrefix("part-"))).hasSize(32);
        }
    }

    @Test
    @DisplayName("composing no part or over 32 is refused before any I/O (A9.145)")
    void composingNoPartOrTooManyIsRefused() {
        if (composes()) {
            put("part", "x");
            withoutRequest(() -> {
                Failures.expect(InvalidRequestFailure.class, () -> compose(List.of()));
                Failures.expect(InvalidRequestFailure.class, () -> compose(java.util.Collections.nCopies(33, "part")));
            });
        }
    }

    @Test
    @DisplayName("a part may come twice and may be the target itself, which appends (A3.46, A9.145)")
    void partMayBeTheTargetItself() {
        if (composes()) {
            put("target", "a");
            put("part", "b");
            compose(List.of("target", "part", "part"));
            assertThat(text(ref("target"))).isEqualTo("abb");
        }
    }

    @Test
    @DisplayName("a composed object has the metadata that was given and none of its parts' (A9.145)")
    void composedObjectHasTheGivenMetadata() {
        if (composes()) {
            put("part", "x", FULL);
            put("target", "old", FULL);
            assertThat(compose(List.of("part")).metadata())
                    .isEqualTo(ObjectMetadata.ofType(ObjectMetadata.DEFAULT_CONTENT_TYPE));
            ObjectMetadata other = ObjectMetadata.ofType("text/plain").with("shape", "round");
            assertThat(compose(List.of("part"), other).metadata()).isEqualTo(other);
            assertThat(find(ref("target")).metadata()).isEqualTo(other);
        }
    }

    @Test
    @DisplayName("a missing part is NotFoundFailure and leaves the target (A9.145)")
    void missingPartLeavesTheTarget() {
        if (composes()) {
            put("part", "x");
            StoredObject before = put("target", "old");
            Failures.expect(NotFoundFailure.class, () -> compose(List.of("part", "missing")));
            assertUntouched(before, "old".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    @DisplayName("a condition or a checksum that does not hold leaves the target of a compose (A4.48, A4.52, A10.146)")
    void conditionThatDoesNotHoldLeavesTheTarget() {
        if (composes()) {
            put("part", "x");
            StoredObject first = compose(List.of("part"), Condition.ifAbsent());
            StoredObject before = storage.put(ref("target"), Content.text("old"));
            Failures.expect(AlreadyExistsFailure.class, () -> compose(List.of("part"), Condition.ifAbsent()));
            Failures.expect(
                    ConditionFailedFailure.class,
                    () -> compose(List.of("part"), Condition.ifGeneration(first.generation())));
            Failures.expect(CorruptedFailure.class, () -> compose(List.of("part"), Crc32c.of(new byte[0])));
            assertUntouched(before, "old".getBytes(StandardCharsets.UTF_8));
            compose(List.of("part"), Condition.ifGeneration(before.generation()));
            assertThat(text(ref("target"))).isEqualTo("x");
        }
    }
}
