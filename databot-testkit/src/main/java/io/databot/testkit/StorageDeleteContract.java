package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.DeleteReport;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageDeleteContract extends StorageContractGroup {

    private static List<ObjectKey> keys(String... values) {
        return Arrays.stream(values).map(ObjectKey::of).toList();
    }

    private DeleteReport deleteAll(String... values) {
        return storage.deleteAll(bucket, keys(values));
    }

    @Test
    @DisplayName("a deleted object is neither found, nor read, nor listed (A8.120)")
    void deletedObjectIsGone() {
        put("a", "text");
        assertThat(storage.delete(ref("a"))).isTrue();
        assertAbsent(ref("a"));
        Failures.expect(NotFoundFailure.class, () -> storage.reader(ref("a")));
    }

    @Test
    @DisplayName("deleting a missing object gives false and no failure, however often (A8.121)")
    void deletingMissingObjectGivesFalse() {
        assertThat(storage.delete(ref("missing"))).isFalse();
        put("a", "text");
        assertThat(storage.delete(ref("a"))).isTrue();
        assertThat(storage.delete(ref("a"))).isFalse();
    }

    @Test
    @DisplayName("of many deletes of one object at once exactly one gives true (A8.120)")
    void exactlyOneOfManyDeletesGivesTrue() {
        put("a", "text");
        assertThat(Together.run(8, number -> storage.delete(ref("a")))).containsOnlyOnce(true);
    }

    @Test
    @DisplayName("deleting a key leaves the keys around it (A8.128)")
    void deletingKeyLeavesTheKeysAroundIt() {
        putAll(List.of("a", "a/", "a/b", "ab"));
        storage.delete(ref("a"));
        assertThat(names(ListRequest.of(bucket))).containsExactly("a/", "a/b", "ab");
        storage.delete(ref("a/"));
        assertThat(names(ListRequest.of(bucket))).containsExactly("a/b", "ab");
    }

    @Test
    @DisplayName("naming the live generation deletes it; naming another deletes nothing (A8.123)")
    void namingTheGenerationDeletesThatOneOnly() {
        StoredObject live = put("a", "text");
        assertThat(storage.delete(ref("a"), AtGeneration.of(live.generation() + 1)))
                .isFalse();
        assertThat(storage.find(ref("a"))).contains(live);
        assertThat(storage.delete(ref("a"), AtGeneration.of(live.generation()))).isTrue();
        assertAbsent(ref("a"));
    }

    @Test
    @DisplayName("deleteAll deletes all that are there and reports them as deleted (A8.124)")
    void deleteAllDeletesAll() {
        putAll(List.of("a", "b", "c", "stays"));
        DeleteReport report = deleteAll("a", "b", "c");
        assertThat(report.deleted()).containsExactlyInAnyOrderElementsOf(keys("a", "b", "c"));
        assertThat(report.absent()).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(names(ListRequest.of(bucket))).containsExactly("stays");
    }

    @Test
    @DisplayName("deleteAll tells present and absent keys apart and counts a key given twice once (A8.125)")
    void deleteAllTellsPresentAndAbsentApart() {
        putAll(List.of("a", "b"));
        DeleteReport report = deleteAll("a", "missing", "b", "a", "missing");
        assertThat(report.deleted()).containsExactlyInAnyOrderElementsOf(keys("a", "b"));
        assertThat(report.absent()).containsExactlyElementsOf(keys("missing"));
        assertThat(report.failed()).isEmpty();
        assertThat(deleteAll("a", "b").absent()).containsExactlyInAnyOrderElementsOf(keys("a", "b"));
    }

    @Test
    @DisplayName("deleteAll of no keys reports nothing and asks the store nothing")
    void deleteAllOfNoKeysReportsNothing() {
        withoutRequest(() -> {
            DeleteReport report = storage.deleteAll(bucket, List.of());
            assertThat(report.deleted()).isEmpty();
            assertThat(report.absent()).isEmpty();
            assertThat(report.complete()).isTrue();
        });
    }

    @Test
    @DisplayName("deleteAll takes any collection and does not change it")
    void deleteAllTakesAnyCollection() {
        putAll(List.of("a", "b"));
        List<ObjectKey> list = new ArrayList<>(keys("b", "a", "b"));
        storage.deleteAll(bucket, Collections.unmodifiableCollection(list));
        assertThat(list).isEqualTo(keys("b", "a", "b"));
        assertThat(storage.deleteAll(bucket, Set.copyOf(list)).absent())
                .containsExactlyInAnyOrderElementsOf(keys("a", "b"));
    }

    @Test
    @DisplayName("deleteAll takes 2500 keys, over every limit of a batch (A8.126)")
    void deleteAllTakesManyKeys() {
        List<String> names = IntStream.range(0, 2500)
                .mapToObj(i -> String.format("key-%04d", i))
                .toList();
        putAll(names);
        put("stays", "text");
        List<ObjectKey> keys = names.stream().map(ObjectKey::of).toList();
        DeleteReport report = storage.deleteAll(bucket, keys);
        assertThat(report.failed()).isEmpty();
        assertThat(report.absent()).isEmpty();
        assertThat(report.deleted()).hasSize(2500).doesNotHaveDuplicates().containsAll(keys);
        assertThat(names(ListRequest.of(bucket))).containsExactly("stays");
    }

    @Test
    @DisplayName("deleteAll of keys with unusual characters deletes exactly these (A8.124)")
    void deleteAllTakesUnusualKeys() {
        List<String> names = StorageKeyContract.unusualKeys();
        putAll(names);
        DeleteReport report =
                storage.deleteAll(bucket, names.stream().map(ObjectKey::of).toList());
        assertThat(report.deleted()).extracting(ObjectKey::value).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names(ListRequest.of(bucket))).isEmpty();
    }

    @Test
    @DisplayName("deleteAll in a missing bucket is thrown, since nothing could be tried")
    void deleteAllInMissingBucketIsThrown() {
        Failures.expect(
                BucketNotFoundFailure.class, () -> storage.deleteAll(harness.missingBucket(), keys("a", "b", "c")));
    }
}
