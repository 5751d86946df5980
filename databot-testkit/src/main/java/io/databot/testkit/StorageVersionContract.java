package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.databot.failure.NotFoundFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
import io.databot.storage.Content;
import io.databot.storage.ListEntry;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageFeature;
import io.databot.storage.StoredObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageVersionContract extends StorageContractGroup {

    /** In the versioned bucket. */
    private ObjectRef versioned() {
        return new ObjectRef(versionedBucket(), ObjectKey.of("a"));
    }

    /** Where the adapter has versions: an object of three generations in a bucket that keeps them. */
    private Optional<List<StoredObject>> threeGenerations() {
        if (!has(StorageFeature.VERSIONS)) {
            ListRequest request = ListRequest.of(bucket).withVersions(ListRequest.Versions.ALL);
            assertUnsupported(() -> storage.list(request));
            return Optional.empty();
        }
        return Optional.of(List.of(write("first"), write("second"), write("third")));
    }

    private StoredObject write(String text) {
        return storage.put(versioned(), Content.text(text));
    }

    private List<StoredObject> generations(ListRequest request) {
        return entries(request.withVersions(ListRequest.Versions.ALL)).stream()
                .map(StoredObject.class::cast)
                .toList();
    }

    private static AtGeneration at(StoredObject version) {
        return AtGeneration.of(version.generation());
    }

    @Test
    @DisplayName("every generation can be found and read (A5.61, A6.100)")
    void everyGenerationCanBeFoundAndRead() {
        threeGenerations().ifPresent(versions -> {
            ObjectRef object = versioned();
            assertThat(text(object)).isEqualTo("third");
            assertThat(text(object, at(versions.get(0)))).isEqualTo("first");
            assertThat(text(object, at(versions.get(1)))).isEqualTo("second");
            StoredObject found = storage.find(object, at(versions.get(0))).orElseThrow();
            assertThat(found.generation()).isEqualTo(versions.get(0).generation());
            assertThat(found.size()).isEqualTo(5);
            assertThat(found.deleted()).isPresent();
            assertThat(storage.find(object)).contains(versions.get(2));
        });
    }

    @Test
    @DisplayName("a listing of all generations has those of one key in order, the live one last (A7.118)")
    void listingHasGenerationsInOrder() {
        threeGenerations().ifPresent(versions -> {
            BucketName versioned = versionedBucket();
            storage.put(new ObjectRef(versioned, ObjectKey.of("b")), Content.text("other"));
            List<StoredObject> listed = generations(ListRequest.of(versioned));
            assertThat(listed).extracting(StoredObject::name).containsExactly("a", "a", "a", "b");
            assertThat(listed.subList(0, 3))
                    .extracting(StoredObject::generation)
                    .isEqualTo(versions.stream().map(StoredObject::generation).toList());
            assertThat(listed.stream().map(entry -> entry.deleted().isPresent()))
                    .containsExactly(true, true, false, false);
            assertThat(names(ListRequest.of(versioned))).containsExactly("a", "b");
        });
    }

    @Test
    @DisplayName("a listing of all generations keeps to prefix, start-after and page size (A7.118)")
    void listingOfGenerationsKeepsToItsRequest() {
        threeGenerations().ifPresent(versions -> {
            BucketName versioned = versionedBucket();
            storage.put(new ObjectRef(versioned, ObjectKey.of("b")), Content.text("other"));
            ListRequest all = ListRequest.of(versioned);
            List<StoredObject> whole = generations(all);
            for (int size = 1; size <= 5; size++) {
                assertThat(generations(all.withPageSize(size))).isEqualTo(whole);
            }
            assertThat(generations(all.withPrefix("a"))).isEqualTo(whole.subList(0, 3));
            assertThat(generations(all.withStartAfter("a"))).isEqualTo(whole.subList(3, 4));
        });
    }

    @Test
    @DisplayName(
            "a deleted object becomes noncurrent: not found, not listed, and still readable by generation (A7.118)")
    void deletedObjectBecomesNoncurrent() {
        threeGenerations().ifPresent(versions -> {
            ObjectRef object = versioned();
            assertThat(storage.delete(object)).isTrue();
            assertAbsent(object);
            Failures.expect(NotFoundFailure.class, () -> storage.reader(object));
            assertThat(text(object, at(versions.get(2)))).isEqualTo("third");
            assertThat(generations(ListRequest.of(object.bucket())))
                    .extracting(
                            StoredObject::generation,
                            version -> version.deleted().isPresent())
                    .containsExactly(
                            tuple(versions.get(0).generation(), true),
                            tuple(versions.get(1).generation(), true),
                            tuple(versions.get(2).generation(), true));
            assertThat(storage.delete(object)).as("deleting again").isFalse();
        });
    }

    @Test
    @DisplayName("deleting one generation leaves the others (A8.123)")
    void deletingOneGenerationLeavesTheOthers() {
        threeGenerations().ifPresent(versions -> {
            ObjectRef object = versioned();
            assertThat(storage.delete(object, at(versions.get(1)))).isTrue();
            assertThat(storage.delete(object, at(versions.get(1)))).isFalse();
            assertThat(storage.find(object, at(versions.get(1)))).isEmpty();
            assertThat(text(object)).isEqualTo("third");
            assertThat(text(object, at(versions.get(0)))).isEqualTo("first");
        });
    }

    @Test
    @DisplayName("deleting the live generation by its number brings no older one back (A8.123)")
    void deletingTheLiveGenerationBringsNoOlderBack() {
        threeGenerations().ifPresent(versions -> {
            ObjectRef object = versioned();
            assertThat(storage.delete(object, at(versions.get(2)))).isTrue();
            assertAbsent(object);
            assertThat(generations(ListRequest.of(object.bucket())))
                    .extracting(StoredObject::generation)
                    .containsExactly(
                            versions.get(0).generation(), versions.get(1).generation());
        });
    }

    @Test
    @DisplayName("a copy of an older generation onto the same key restores it (A9.137)")
    void copyOfOlderGenerationRestoresIt() {
        threeGenerations().ifPresent(versions -> {
            ObjectRef object = versioned();
            StoredObject restored = storage.copy(object, object, at(versions.get(0)));
            assertThat(restored.generation()).isGreaterThan(versions.get(2).generation());
            assertThat(text(object)).isEqualTo("first");
            assertThat(generations(ListRequest.of(object.bucket()))).hasSize(4);
        });
    }

    @Test
    @DisplayName("a reader keeps to its generation when the object is overwritten and deleted (A5.77)")
    void readerKeepsToItsGeneration() {
        threeGenerations().ifPresent(versions -> {
            ObjectRef object = versioned();
            try (var reader = storage.reader(object)) {
                write("fourth");
                storage.delete(object);
                assertThat(new String(reader.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("third");
            } catch (java.io.IOException e) {
                throw new AssertionError("a reader throws failures of Databot", e);
            }
            assertThat(versions).hasSize(3);
        });
    }

    @Test
    @DisplayName("in a bucket without versioning an overwritten generation is gone (A7.118)")
    void overwrittenGenerationIsGoneWithoutVersioning() {
        StoredObject first = put("a", "first");
        StoredObject second = put("a", "second");
        assertThat(storage.find(ref("a"), at(first))).isEmpty();
        Failures.expect(NotFoundFailure.class, () -> storage.reader(ref("a"), at(first)));
        assertThat(storage.delete(ref("a"), at(first))).isFalse();
        assertThat(storage.find(ref("a"))).contains(second);
        if (has(StorageFeature.VERSIONS)) {
            List<ListEntry> listed = entries(ListRequest.of(bucket).withVersions(ListRequest.Versions.ALL));
            assertThat(listed).containsExactly(second);
        }
    }
}
