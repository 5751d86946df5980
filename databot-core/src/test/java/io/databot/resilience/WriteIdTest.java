package io.databot.resilience;

import static io.databot.resilience.Bench.BUCKET;
import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Step.lose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.OutcomeUnknownFailure;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ListEntry;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteIdTest {

    private static final Content CONTENT = Content.text("a");
    private static final ObjectMetadata METADATA =
            ObjectMetadata.ofType("text/csv").with("team", "red");

    private final Bench bench = Bench.with();

    private Map<String, String> stored(ObjectRef ref) {
        return bench.store.stored(ref).metadata().user();
    }

    @Test
    void conditionalPutIsMarkedOnceHoweverOftenItIsSent() {
        bench.store.script(Step.fail(unavailable()));

        bench.storage.put(REF, CONTENT, Condition.ifAbsent(), METADATA);

        assertThat(stored(REF)).isEqualTo(Map.of("team", "red", WriteIds.KEY, "write-1"));
    }

    @Test
    void everyPutHasAMarkOfItsOwn() {
        StoredObject first = bench.storage.put(REF, CONTENT, Condition.ifAbsent());
        bench.storage.put(REF, CONTENT, Condition.ifGeneration(first.generation()));

        assertThat(stored(REF)).containsEntry(WriteIds.KEY, "write-2");
    }

    @Test
    void unconditionalPutIsNotMarked() {
        bench.storage.put(REF, CONTENT, METADATA);

        assertThat(stored(REF)).isEqualTo(Map.of("team", "red"));
    }

    @Test
    void nothingIsMarkedWhenNothingIsRepeated() {
        Bench single = Bench.with("retry.max-attempts", "1");

        single.storage.put(REF, CONTENT, Condition.ifAbsent(), METADATA);

        assertThat(single.store.stored(REF).metadata().user()).isEqualTo(Map.of("team", "red"));
    }

    @Test
    void markIsNowhereToBeSeen() {
        ObjectRef copy = new ObjectRef(BUCKET, ObjectKey.of("copy"));

        StoredObject put = bench.storage.put(REF, CONTENT, Condition.ifAbsent(), METADATA);
        StoredObject updated = bench.storage.update(REF, MetadataPatch.none().set("more", "yes"));
        StoredObject copied = bench.storage.copy(REF, copy);

        assertThat(stored(copy)).containsKey(WriteIds.KEY);
        assertThat(put.metadata()).isEqualTo(METADATA);
        assertThat(updated.metadata()).isEqualTo(METADATA.with("more", "yes"));
        assertThat(copied.metadata()).isEqualTo(METADATA.with("more", "yes"));
        assertThat(bench.storage.find(REF).orElseThrow().metadata()).isEqualTo(METADATA.with("more", "yes"));
        assertThat(bench.storage.reader(REF).object().metadata()).isEqualTo(METADATA.with("more", "yes"));
        for (ListEntry entry : bench.storage.list(ListRequest.of(BUCKET)).entries()) {
            assertThat(((StoredObject) entry).metadata().user()).doesNotContainKey(WriteIds.KEY);
        }
    }

    @Test
    void markThatDoesNotFitIsLeftOutAndTheLookCannotTell() {
        ObjectMetadata full = ObjectMetadata.none().with("k", "x".repeat(ObjectMetadata.MAX_USER_BYTES - 1));
        bench.store.script(lose(unavailable()));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class, () -> bench.storage.put(REF, CONTENT, Condition.ifAbsent(), full));

        assertThat(failure).hasMessageContaining("bears no sign of who wrote it");
        assertThat(stored(REF)).containsOnlyKeys("k");
    }

    @Test
    void userMetadataCannotUseTheMarksKey() {
        ObjectMetadata reserved = ObjectMetadata.none().with("Databot-Write-Id", "x");

        InvalidRequestFailure put =
                catchThrowableOfType(InvalidRequestFailure.class, () -> bench.storage.put(REF, CONTENT, reserved));
        InvalidRequestFailure update = catchThrowableOfType(
                InvalidRequestFailure.class,
                () -> bench.storage.update(REF, MetadataPatch.none().remove(WriteIds.KEY)));

        assertThat(put).hasMessageContaining("Choose another key");
        assertThat(update).hasMessageContaining("Choose another key");
        assertThat(bench.store.requests()).isEmpty();
    }
}
