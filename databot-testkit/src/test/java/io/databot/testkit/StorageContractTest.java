package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The kit against the least store that is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageContractTest {

    private KitRun run;

    @BeforeAll
    void runTheKit() {
        run = KitRun.of(Tiny.class);
    }

    @Test
    void storeThatKeepsTheContractPasses() {
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(150);
    }

    @Test
    void onlyWhatTheHarnessLacksIsAborted() {
        assertThat(run.aborted())
                .containsExactlyInAnyOrder(
                        "probingNeedsNoRightOnTheBucketItself",
                        "everyCallWithRefusedCredentialsFailsWithNotAuthenticated",
                        "everyCallWithoutPermissionFailsWithAccessDenied",
                        "refusalForTheMomentIsUnavailable",
                        "refusalForTheRateIsThrottled",
                        "lostReplyIsNotReportedAsFailedCondition",
                        "brokenUploadPublishesNothingOrEverything",
                        "brokenWriterPublishesNothingOrEverything",
                        "brokenDownloadGoesOnAfterSeek",
                        "corruptedDownloadIsCorrupted",
                        "deleteAllNamesTheForbiddenKey",
                        "forbiddenObjectIsAccessDenied");
    }

    static final class Tiny extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(TinyStorage::new);
        }
    }
}
