package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotModifiedFailure;
import io.databot.storage.Condition;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageConditionContract extends StorageContractGroup {

    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final MetadataPatch PATCH = MetadataPatch.none().set("colour", "red");

    @Test
    @DisplayName("if-absent on a new key writes the object (A4.48)")
    void ifAbsentOnNewKeyWrites() {
        StoredObject written = put("a", "text", Condition.ifAbsent());
        assertThat(storage.find(ref("a"))).contains(written);
    }

    @Test
    @DisplayName("if-absent after a delete writes the object (A4.48)")
    void ifAbsentAfterDeleteWrites() {
        put("a", "old");
        storage.delete(ref("a"));
        put("a", "new", Condition.ifAbsent());
        assertThat(text(ref("a"))).isEqualTo("new");
    }

    @Test
    @DisplayName("if-absent over an object is AlreadyExistsFailure; content and metadata stay (A4.49)")
    void ifAbsentOverObjectChangesNothing() {
        StoredObject before =
                put("a", "old", ObjectMetadata.ofType("text/plain").with("colour", "red"));
        AlreadyExistsFailure failure = Failures.expect(
                AlreadyExistsFailure.class, () -> put("a", "new", Condition.ifAbsent(), ObjectMetadata.ofType("a/b")));
        assertThat(failure).hasMessageContaining(bucket.value()).hasMessageContaining("a");
        assertThat(failure.retryable()).isFalse();
        assertUntouched(before, OLD);
    }

    @Test
    @DisplayName("if-generation writes over that generation and no other (A4.52)")
    void ifGenerationWritesOverThatGenerationOnly() {
        StoredObject first = put("a", "first");
        StoredObject second = put("a", "old", Condition.ifGeneration(first.generation()));
        Failures.expect(
                ConditionFailedFailure.class, () -> put("a", "new", Condition.ifGeneration(first.generation())));
        assertUntouched(second, OLD);
    }

    @Test
    @DisplayName("if-generation on a missing object fails and writes nothing (A4.52)")
    void ifGenerationOnMissingObjectFails() {
        StoredObject gone = put("a", "old");
        storage.delete(ref("a"));
        Failures.expect(ConditionFailedFailure.class, () -> put("a", "new", Condition.ifGeneration(gone.generation())));
        assertAbsent(ref("a"));
    }

    @Test
    @DisplayName("if-metageneration updates that metageneration and no other (A4.53)")
    void ifMetagenerationUpdatesThatMetagenerationOnly() {
        StoredObject first = put("a", "old");
        StoredObject second = storage.update(ref("a"), PATCH, Condition.ifMetageneration(first.metageneration()));
        assertThat(second.metageneration()).isGreaterThan(first.metageneration());
        MetadataPatch late = MetadataPatch.none().set("colour", "blue");
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.update(ref("a"), late, Condition.ifMetageneration(first.metageneration())));
        assertUntouched(second, OLD);
    }

    @Test
    @DisplayName("if-generation updates that generation and no other (A4.53)")
    void ifGenerationUpdatesThatGenerationOnly() {
        StoredObject first = put("a", "first");
        storage.update(ref("a"), PATCH, Condition.ifGeneration(first.generation()));
        StoredObject second = put("a", "old");
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.update(ref("a"), PATCH, Condition.ifGeneration(first.generation())));
        assertUntouched(second, OLD);
    }

    @Test
    @DisplayName("if-generation deletes that generation and no other (A4.54)")
    void ifGenerationDeletesThatGenerationOnly() {
        StoredObject first = put("a", "first");
        StoredObject second = put("a", "old");
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.delete(ref("a"), Condition.ifGeneration(first.generation())));
        assertUntouched(second, OLD);
        assertThat(storage.delete(ref("a"), Condition.ifGeneration(second.generation())))
                .isTrue();
        assertAbsent(ref("a"));
    }

    @Test
    @DisplayName("if-metageneration deletes that metageneration and no other (A4.54)")
    void ifMetagenerationDeletesThatMetagenerationOnly() {
        put("a", "old");
        StoredObject changed = storage.update(ref("a"), PATCH);
        Failures.expect(ConditionFailedFailure.class, () -> storage.delete(ref("a"), Condition.ifMetageneration(1)));
        assertUntouched(changed, OLD);
        assertThat(storage.delete(ref("a"), Condition.ifMetageneration(changed.metageneration())))
                .isTrue();
    }

    @Test
    @DisplayName("a conditional delete of a missing object fails (A4.54)")
    void conditionalDeleteOfMissingObjectFails() {
        StoredObject gone = put("a", "old");
        storage.delete(ref("a"));
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.delete(ref("a"), Condition.ifGeneration(gone.generation())));
        Failures.expect(ConditionFailedFailure.class, () -> storage.delete(ref("a"), Condition.ifMetageneration(1)));
    }

    @Test
    @DisplayName("a copy if absent works on a new target and leaves an existing one (A4.55, A9.141)")
    void copyIfAbsentWorksOnNewTargetOnly() {
        put("source", "new");
        storage.copy(ref("source"), ref("fresh"), Condition.ifAbsent());
        assertThat(text(ref("fresh"))).isEqualTo("new");
        StoredObject before = put("taken", "old");
        Failures.expect(
                AlreadyExistsFailure.class, () -> storage.copy(ref("source"), ref("taken"), Condition.ifAbsent()));
        assertUntouched(before, OLD);
    }

    @Test
    @DisplayName("a copy if the target's generation matches replaces that generation and no other (A4.55)")
    void copyIfGenerationReplacesThatGenerationOnly() {
        put("source", "new");
        StoredObject first = put("target", "first");
        StoredObject second = put("target", "old");
        ObjectRef source = ref("source");
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.copy(source, ref("target"), Condition.ifGeneration(first.generation())));
        assertUntouched(second, OLD);
        storage.copy(source, ref("target"), Condition.ifGeneration(second.generation()));
        assertThat(text(ref("target"))).isEqualTo("new");
    }

    @Test
    @DisplayName("a copy if the source's generation matches copies that generation and no other (A4.55)")
    void copyIfSourceGenerationCopiesThatGenerationOnly() {
        StoredObject first = put("source", "first");
        StoredObject second = put("source", "second");
        StoredObject before = put("target", "old");
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.copy(ref("source"), ref("target"), Condition.ifSourceGeneration(first.generation())));
        assertUntouched(before, OLD);
        storage.copy(ref("source"), ref("target"), Condition.ifSourceGeneration(second.generation()));
        assertThat(text(ref("target"))).isEqualTo("second");
    }

    @Test
    @DisplayName("a find or read if of another generation is NotModifiedFailure for the live one (A4.56)")
    void ifGenerationNotFindsNewGenerationsOnly() {
        StoredObject first = put("a", "first");
        ObjectRef object = ref("a");
        long known = first.generation();
        Failures.expect(NotModifiedFailure.class, () -> storage.find(object, Condition.ifGenerationNot(known)));
        Failures.expect(NotModifiedFailure.class, () -> bytes(object, Condition.ifGenerationNot(known)));
        StoredObject second = put("a", "second");
        assertThat(storage.find(object, Condition.ifGenerationNot(known))).contains(second);
        assertThat(text(object, Condition.ifGenerationNot(known))).isEqualTo("second");
    }

    @Test
    @DisplayName("a find or read if of a generation or metageneration fails for another (A4.56)")
    void conditionalReadsFailForAnotherGeneration() {
        StoredObject first = put("a", "first");
        put("a", "second");
        StoredObject now = storage.update(ref("a"), PATCH);
        ObjectRef object = ref("a");
        Condition[] stale = {Condition.ifGeneration(first.generation()), Condition.ifMetageneration(1)};
        for (Condition condition : stale) {
            Failures.expect(ConditionFailedFailure.class, "find " + condition, () -> findIf(object, condition));
            Failures.expect(ConditionFailedFailure.class, "read " + condition, () -> readIf(object, condition));
        }
        assertThat(storage.find(object, Condition.ifGeneration(now.generation())))
                .contains(now);
        assertThat(storage.find(object, Condition.ifMetageneration(now.metageneration())))
                .contains(now);
        assertThat(text(object, Condition.ifGeneration(now.generation()))).isEqualTo("second");
        assertThat(text(object, Condition.ifMetageneration(now.metageneration())))
                .isEqualTo("second");
    }

    private void findIf(ObjectRef object, Condition condition) {
        storage.find(object, (io.databot.storage.FindOption) condition);
    }

    private void readIf(ObjectRef object, Condition condition) {
        bytes(object, (io.databot.storage.ReadOption) condition);
    }

    @Test
    @DisplayName("two conditions of one call must both hold (A4.53)")
    void twoConditionsMustBothHold() {
        StoredObject old = put("a", "old");
        StoredObject now = storage.update(ref("a"), PATCH);
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.delete(
                        ref("a"), Condition.ifGeneration(now.generation()), Condition.ifMetageneration(1)));
        Failures.expect(
                ConditionFailedFailure.class,
                () -> storage.delete(
                        ref("a"),
                        Condition.ifGeneration(now.generation() + 1),
                        Condition.ifMetageneration(now.metageneration())));
        assertThat(old.generation()).isEqualTo(now.generation());
        assertUntouched(now, OLD);
    }

    @Test
    @DisplayName("if-absent and if-generation exclude each other and are refused before any I/O")
    void ifAbsentAndIfGenerationExcludeEachOther() {
        withoutRequest(() -> Failures.expect(
                InvalidRequestFailure.class, () -> put("a", "text", Condition.ifAbsent(), Condition.ifGeneration(1))));
    }
}
