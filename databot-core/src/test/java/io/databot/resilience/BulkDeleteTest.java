package io.databot.resilience;

import static io.databot.resilience.Bench.BUCKET;
import static io.databot.resilience.Failures.denied;
import static io.databot.resilience.Failures.throttled;
import static io.databot.resilience.Failures.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.DeleteReport;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkDeleteTest {

    private static final ObjectKey A = ObjectKey.of("a");
    private static final ObjectKey B = ObjectKey.of("b");
    private static final ObjectKey C = ObjectKey.of("c");

    private final Bench bench = Bench.with();

    @BeforeEach
    void twoObjects() {
        bench.store.write(new ObjectRef(BUCKET, A), ObjectMetadata.none());
        bench.store.write(new ObjectRef(BUCKET, B), ObjectMetadata.none());
    }

    @Test
    void onlyThrottledKeysAreAskedForAgainAndReportsAreMerged() {
        bench.store.keysFail(Map.of(B, throttled()));

        DeleteReport report = bench.storage.deleteAll(BUCKET, List.of(A, B, C));

        assertThat(report.deleted()).containsExactly(A, B);
        assertThat(report.absent()).containsExactly(C);
        assertThat(report.complete()).isTrue();
        assertThat(bench.store.requests()).containsExactly("deleteAll [a, b, c]", "deleteAll [b]");
    }

    @Test
    void keysThatStayThrottledAreInTheReportWithTheirAttempts() {
        for (int i = 0; i < 4; i++) {
            bench.store.keysFail(Map.of(B, throttled()));
        }

        DeleteReport report = bench.storage.deleteAll(BUCKET, List.of(A, B));

        assertThat(report.deleted()).containsExactly(A);
        assertThat(report.failed()).containsOnlyKeys(B);
        assertThat(report.failed().get(B)).isInstanceOf(ThrottledFailure.class);
        assertThat(report.failed().get(B).details().attempts()).isEqualTo(4);
        assertThat(bench.store.requests()).hasSize(4);
    }

    @Test
    void keyThatFailedOtherwiseIsNotAskedForAgain() {
        bench.store.keysFail(Map.of(A, denied(), B, unavailable()));

        DeleteReport report = bench.storage.deleteAll(BUCKET, List.of(A, B));

        assertThat(report.failed().get(A)).isInstanceOf(AccessDeniedFailure.class);
        assertThat(report.failed().get(B).details().remedy()).contains("databot.retry.unconditional-writes");
        assertThat(bench.store.requests()).hasSize(1);
    }

    @Test
    void widenedRetryCountsAnObjectThatIsGoneAsDeleted() {
        Bench wide = Bench.with("retry.unconditional-writes", "always");
        wide.store.keysFail(Map.of(A, unavailable()));

        DeleteReport report = wide.storage.deleteAll(BUCKET, List.of(A, C));

        assertThat(report.deleted()).containsExactly(A);
        assertThat(report.absent()).containsExactly(C);
        assertThat(wide.store.requests()).containsExactly("deleteAll [a, c]", "deleteAll [a]");
    }

    @Test
    void callThatCouldNotBeTriedAtAllIsThrown() {
        bench.store.script(Step.fail(denied()));

        assertThat(catchThrowableOfType(AccessDeniedFailure.class, () -> bench.storage.deleteAll(BUCKET, List.of(A))))
                .isNotNull();
    }

    @Test
    void repeatThatFailsWholeIsReportedForItsKeysOnly() {
        bench.store.keysFail(Map.of(B, throttled())).script(Step.ok(), Step.fail(unavailable()));

        DeleteReport report = bench.storage.deleteAll(BUCKET, List.of(A, B));

        assertThat(report.deleted()).containsExactly(A);
        assertThat(report.failed().get(B)).isInstanceOf(UnavailableFailure.class);
        assertThat(report.failed().get(B).details().attempts()).isEqualTo(2);
    }

    @Test
    void keyGivenTwiceIsAskedForOnce() {
        bench.storage.deleteAll(BUCKET, List.of(A, A));

        assertThat(bench.store.requests()).containsExactly("deleteAll [a]");
    }
}
