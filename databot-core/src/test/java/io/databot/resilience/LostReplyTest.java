package io.databot.resilience;

import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.denied;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Step.fail;
import static io.databot.resilience.Step.lose;
import static io.databot.resilience.Step.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.OutcomeUnknownFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.Timeout;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostReplyTest {

    private static final Content CONTENT = Content.text("mine");
    private static final ObjectRef OTHER = new ObjectRef(REF.bucket(), ObjectKey.of("b.csv"));

    private final Bench bench = Bench.with();
    private final ScriptedStorage store = bench.store;
    private final StorageService storage = bench.storage;

    private StoredObject another() {
        return store.write(REF, ObjectMetadata.none());
    }

    @Test
    void putThatTookEffectSucceedsThoughItsRepeatIsRefused() {
        store.script(lose(unavailable()));

        StoredObject written = storage.put(REF, CONTENT, Condition.ifAbsent());

        assertThat(written.generation()).isEqualTo(store.stored(REF).generation());
        assertThat(written.metadata().user()).isEmpty();
        assertThat(store.requests()).containsExactly("put", "put", "find");
    }

    @Test
    void putThatReplacedItsGenerationSucceedsThoughItsRepeatIsRefused() {
        long before = another().generation();
        store.script(lose(unavailable()));

        StoredObject written = storage.put(REF, CONTENT, Condition.ifGeneration(before));

        assertThat(written.generation()).isEqualTo(before + 1);
        assertThat(store.stored(REF).generation()).isEqualTo(before + 1);
    }

    @Test
    void putThatCameSecondIsRefusedAlthoughAnAttemptOfItsWasLost() {
        store.script(fail(unavailable(), this::another));

        AlreadyExistsFailure failure =
                catchThrowableOfType(AlreadyExistsFailure.class, () -> storage.put(REF, CONTENT, Condition.ifAbsent()));

        assertThat(failure.details().attempts()).isEqualTo(2);
        assertThat(store.requests()).containsExactly("put", "put", "find");
    }

    @Test
    void twoClientsThatTakeALockWithEqualBytesAreToldApart() {
        ObjectMetadata theirs = ObjectMetadata.none().with(WriteIds.KEY, "write of a rival");
        store.script(fail(unavailable(), () -> store.put(REF, CONTENT, theirs)));

        AlreadyExistsFailure failure =
                catchThrowableOfType(AlreadyExistsFailure.class, () -> storage.put(REF, CONTENT, Condition.ifAbsent()));

        assertThat(failure.details().attempts()).isEqualTo(2);
    }

    @Test
    void refusalOfTheFirstAttemptIsBelievedWithoutLooking() {
        another();

        assertThat(catchThrowableOfType(
                        AlreadyExistsFailure.class, () -> storage.put(REF, CONTENT, Condition.ifAbsent())))
                .isNotNull();
        assertThat(store.requests()).containsExactly("put");
    }

    @Test
    void refusalAfterThrottlingIsBelievedWithoutLooking() {
        store.script(fail(Failures.throttled(), this::another));

        assertThat(catchThrowableOfType(
                        AlreadyExistsFailure.class, () -> storage.put(REF, CONTENT, Condition.ifAbsent())))
                .isNotNull();
        assertThat(store.requests()).containsExactly("put", "put");
    }

    @Test
    void refusalByAnAdapterThatRetriedByItselfIsResolvedToo() {
        store.script(lose(new AlreadyExistsFailure(
                FailureDetails.of("put", "a", "there is one", "").withAttempts(2))));

        StoredObject written = storage.put(REF, CONTENT, Condition.ifAbsent());

        assertThat(written.generation()).isEqualTo(store.stored(REF).generation());
        assertThat(store.requests()).containsExactly("put", "find");
    }

    @Test
    void replacementThatMayHaveBeenReplacedIsUnknown() {
        long before = another().generation();
        store.script(lose(unavailable(), this::another));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class, () -> storage.put(REF, CONTENT, Condition.ifGeneration(before)));

        assertThat(failure.details().attempts()).isEqualTo(2);
        assertThat(failure).hasMessageContaining("another write has made generation 3");
        assertThat(failure).hasCauseInstanceOf(ConditionFailedFailure.class);
    }

    @Test
    void putOfAnObjectThatIsGoneMeanwhileIsUnknown() {
        store.script(lose(unavailable()), ok(), new Step(() -> store.remove(REF), () -> {}));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class, () -> storage.put(REF, CONTENT, Condition.ifAbsent()));

        assertThat(failure).hasMessageContaining("no object is there now");
    }

    @Test
    void lookIsRepeatedLikeEveryRead() {
        store.script(lose(unavailable()), ok(), fail(unavailable()), fail(unavailable()), fail(unavailable()));

        storage.put(REF, CONTENT, Condition.ifAbsent());

        assertThat(store.requests()).containsExactly("put", "put", "find", "find", "find", "find");
    }

    @Test
    void lookThatFailsMakesTheOutcomeUnknown() {
        store.script(lose(unavailable()), ok(), fail(denied()));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class, () -> storage.put(REF, CONTENT, Condition.ifAbsent()));

        assertThat(failure).hasCauseInstanceOf(AccessDeniedFailure.class);
        assertThat(failure.getSuppressed()).hasOnlyElementsOfType(AlreadyExistsFailure.class);
        assertThat(failure.details().attempts()).isEqualTo(2);
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void lookThatFindsNoTimeMakesTheOutcomeUnknown() {
        store.script(lose(unavailable()), fail(unavailable(), () -> bench.time.pass(Duration.ofSeconds(1))));
        store.script(new Step(() -> bench.time.pass(Duration.ofMinutes(1)), () -> {}));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class,
                () -> storage.put(REF, CONTENT, Condition.ifAbsent(), Timeout.of(Duration.ofSeconds(30))));

        assertThat(failure).hasCauseInstanceOf(DeadlineExceededFailure.class);
        assertThat(store.requests()).containsExactly("put", "put", "put");
    }

    @Test
    void composeIsResolvedByItsMark() {
        store.script(lose(unavailable()));

        StoredObject written = storage.compose(REF, List.of(OTHER.key()), Condition.ifAbsent());

        assertThat(written.generation()).isEqualTo(store.stored(REF).generation());
    }

    @Test
    void copyWithMetadataOfItsOwnIsResolvedByItsMark() {
        store.write(OTHER, ObjectMetadata.none());
        store.script(lose(unavailable()));

        StoredObject written = storage.copy(OTHER, REF, Condition.ifAbsent(), ObjectMetadata.ofType("text/csv"));

        assertThat(written.metadata()).isEqualTo(ObjectMetadata.ofType("text/csv"));
        assertThat(written.generation()).isEqualTo(store.stored(REF).generation());
    }

    @Test
    void copyThatKeepsMetadataCannotBeToldFromAnothers() {
        store.write(OTHER, ObjectMetadata.none());
        store.script(lose(unavailable()));

        OutcomeUnknownFailure failure =
                catchThrowableOfType(OutcomeUnknownFailure.class, () -> storage.copy(OTHER, REF, Condition.ifAbsent()));

        assertThat(failure).hasMessageContaining("bears no sign of who wrote it");
    }

    @Test
    void deleteThatTookEffectIsTrueThoughItsRepeatIsRefused() {
        long there = another().generation();
        store.script(lose(unavailable()));

        assertThat(storage.delete(REF, Condition.ifGeneration(there))).isTrue();
        assertThat(store.requests()).containsExactly("delete", "delete", "find");
    }

    @Test
    void deleteOfANamedGenerationThatTookEffectIsTrueThoughItsRepeatFindsNone() {
        long there = another().generation();
        store.script(lose(unavailable()));

        assertThat(storage.delete(REF, AtGeneration.of(there))).isTrue();
        assertThat(store.requests()).containsExactly("delete", "delete");
    }

    @Test
    void deleteOfAnObjectThatIsThereAsItWasIsRefused() {
        long there = another().generation();
        store.script(fail(unavailable(), () -> store.patch(REF, MetadataPatch.none())));

        ConditionFailedFailure failure = catchThrowableOfType(
                ConditionFailedFailure.class,
                () -> storage.delete(REF, Condition.ifGeneration(there), Condition.ifMetageneration(1)));

        assertThat(failure.details().attempts()).isEqualTo(2);
        assertThat(store.stored(REF)).isNotNull();
    }

    @Test
    void deleteThatMayHaveMadeRoomForAnotherIsUnknown() {
        long there = another().generation();
        store.script(lose(unavailable(), this::another));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class, () -> storage.delete(REF, Condition.ifGeneration(there)));

        assertThat(failure).hasMessageContaining("another write has made generation 2");
    }

    private static final MetadataPatch PATCH = MetadataPatch.none().set("owner", "me");

    @Test
    void updateThatTookEffectSucceedsThoughItsRepeatIsRefused() {
        another();
        store.script(lose(unavailable()));

        StoredObject updated = storage.update(REF, PATCH, Condition.ifMetageneration(1));

        assertThat(updated.metageneration()).isEqualTo(2);
        assertThat(store.requests()).containsExactly("update", "update", "find");
    }

    @Test
    void updateThatCameSecondIsRefused() {
        another();
        MetadataPatch theirs = MetadataPatch.none().set("owner", "rival");
        store.script(fail(unavailable(), () -> store.patch(REF, theirs)));

        ConditionFailedFailure failure = catchThrowableOfType(
                ConditionFailedFailure.class, () -> storage.update(REF, PATCH, Condition.ifMetageneration(1)));

        assertThat(failure.details().attempts()).isEqualTo(2);
        assertThat(store.stored(REF).metadata().user()).containsEntry("owner", "rival");
    }

    @Test
    void updateThatOthersBuiltUponIsUnknown() {
        another();
        store.script(lose(
                unavailable(), () -> store.patch(REF, MetadataPatch.none().set("more", "yes"))));

        OutcomeUnknownFailure failure = catchThrowableOfType(
                OutcomeUnknownFailure.class, () -> storage.update(REF, PATCH, Condition.ifMetageneration(1)));

        assertThat(failure).hasMessageContaining("later updates have made metageneration 3");
    }

    @Test
    void updateOfAnObjectThatWasReplacedIsRefused() {
        long there = another().generation();
        store.script(lose(unavailable(), this::another));

        ConditionFailedFailure failure = catchThrowableOfType(
                ConditionFailedFailure.class, () -> storage.update(REF, PATCH, Condition.ifGeneration(there)));

        assertThat(failure).isNotNull();
        assertThat(store.requests()).containsExactly("update", "update", "find");
    }
}
