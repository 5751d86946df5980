package io.databot.resilience;

import static io.databot.resilience.Bench.BUCKET;
import static io.databot.resilience.Bench.REF;
import static io.databot.resilience.Failures.throttled;
import static io.databot.resilience.Failures.unavailable;
import static io.databot.resilience.Step.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.DatabotException;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.SignRequest;
import io.databot.storage.StorageService;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls are repeated. */
class RepeatedCallsTest {

    private static final Content CONTENT = Content.text("a,b");

    static List<Consumer<StorageService>> harmlessCalls() {
        return List.of(
                storage -> storage.find(REF),
                storage -> storage.reader(REF),
                storage -> storage.writer(REF),
                storage -> storage.list(ListRequest.of(BUCKET)),
                storage -> storage.probe(BUCKET),
                storage -> storage.sign(SignRequest.of(REF, SignRequest.Method.GET, Duration.ofHours(1))));
    }

    @ParameterizedTest
    @MethodSource("harmlessCalls")
    void callThatChangesNothingIsRepeated(Consumer<StorageService> call) {
        Bench bench = Bench.with();
        bench.store.write(REF, ObjectMetadata.none());
        bench.store.script(fail(unavailable()));

        call.accept(bench.storage);

        assertThat(bench.store.requests()).hasSize(2);
    }

    static List<Consumer<StorageService>> guardedCalls() {
        return List.of(
                storage -> storage.put(REF, CONTENT, Condition.ifGeneration(1)),
                storage -> storage.copy(REF, REF, Condition.ifGeneration(1)),
                storage -> storage.compose(REF, List.of(REF.key()), Condition.ifGeneration(1)),
                storage -> storage.update(REF, MetadataPatch.none(), Condition.ifGeneration(1)),
                storage -> storage.update(REF, MetadataPatch.none(), Condition.ifMetageneration(1)),
                storage -> storage.delete(REF, Condition.ifGeneration(1)),
                storage -> storage.delete(REF, AtGeneration.of(1)));
    }

    @ParameterizedTest
    @MethodSource("guardedCalls")
    void writeThatAConditionGuardsIsRepeated(Consumer<StorageService> call) {
        Bench bench = Bench.with();
        bench.store.write(REF, ObjectMetadata.none());
        bench.store.script(fail(unavailable()));

        call.accept(bench.storage);

        assertThat(bench.store.requests()).hasSize(2);
    }

    static List<Consumer<StorageService>> unguardedCalls() {
        return List.of(
                storage -> storage.put(REF, CONTENT),
                storage -> storage.copy(REF, REF, Condition.ifSourceGeneration(1)),
                storage -> storage.compose(REF, List.of(REF.key())),
                storage -> storage.update(REF, MetadataPatch.none()),
                storage -> storage.delete(REF),
                storage -> storage.delete(REF, Condition.ifMetageneration(1)),
                storage -> storage.deleteAll(BUCKET, List.of(REF.key())));
    }

    @ParameterizedTest
    @MethodSource("unguardedCalls")
    void writeWithoutAConditionIsNotRepeatedAndSaysWhy(Consumer<StorageService> call) {
        Bench bench = Bench.with();
        bench.store.write(REF, ObjectMetadata.none());
        bench.store.script(fail(unavailable()));

        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, () -> call.accept(bench.storage));

        assertThat(bench.store.requests()).hasSize(1);
        assertThat(failure.details().remedy())
                .startsWith("Try again. Whether it took effect is not known. It was not repeated, because without a")
                .contains("databot.retry.unconditional-writes");
    }

    @ParameterizedTest
    @MethodSource("unguardedCalls")
    void throttledWriteIsRepeatedBecauseTheServiceDidNothing(Consumer<StorageService> call) {
        Bench bench = Bench.with();
        bench.store.write(REF, ObjectMetadata.none());
        bench.store.script(fail(throttled()));

        call.accept(bench.storage);

        assertThat(bench.store.requests()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("unguardedCalls")
    void settingWidensTheRetryToEveryWrite(Consumer<StorageService> call) {
        Bench bench = Bench.with("retry.unconditional-writes", "always");
        bench.store.write(REF, ObjectMetadata.none());
        bench.store.script(fail(unavailable()));

        call.accept(bench.storage);

        assertThat(bench.store.requests()).hasSize(2);
    }

    @Test
    void notRepeatedPutNamesTheConditionsThatWouldAllowIt() {
        Bench bench = Bench.with();
        bench.store.script(fail(unavailable()));

        DatabotException failure = catchThrowableOfType(DatabotException.class, () -> bench.storage.put(REF, CONTENT));

        assertThat(failure.details().remedy())
                .contains("give Condition.ifAbsent() or Condition.ifGeneration(n), or set");
    }
}
