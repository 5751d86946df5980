package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit must notice what is wrong with an adapter. */
class StorageContractFindsFaultsTest {

    private static Arguments fault(Class<?> contract, String group, String... cases) {
        return Arguments.of(contract, group, cases);
    }

    /** A contract of a faulty store, the group of cases that finds the fault, and the cases that must fail. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        PublishesOnClose.class,
                        "Writers",
                        "closingWithoutCommitPublishesNothing",
                        "closingWithoutCommitLeavesTheOldObject",
                        "useAfterCloseFails"),
                fault(ListsInUtf16Order.class, "Lists", "keysAreListedInTheOrderOfUtf8"),
                fault(ListsInUtf16Order.class, "Pages", "everyPageSizeGivesTheSameSequence"),
                fault(IgnoresIfAbsent.class, "Conditions", "ifAbsentOverObjectChangesNothing"),
                fault(IgnoresIfAbsent.class, "Races", "exactlyOneOfManyIfAbsentPutsSucceeds"),
                fault(IgnoresMd5.class, "Checksums", "md5IsCheckedOrRefused"),
                fault(MergesMetadata.class, "Puts", "overwriteReplacesContentAndAllMetadata"),
                fault(LooksBeforeItRefuses.class, "Copies", "composingJoinsPartsInOrder"),
                fault(
                        ConfusesBucketsAndObjects.class,
                        "Lifecycle",
                        "everyCallOnMissingBucketFailsWithBucketNotFound",
                        "failureOfMissingBucketNamesIt"),
                fault(MissesAreFailures.class, "Deletes", "deletingMissingObjectGivesFalse"),
                fault(ReadsWhatIsThereNow.class, "Reads", "readerKeepsToItsGenerationWhenOverwritten"),
                fault(ReportsAllAsDeleted.class, "Deletes", "deleteAllTellsPresentAndAbsentApart"),
                fault(UpdatesReplace.class, "Metadata", "patchKeepsWhatItDoesNotName", "patchSetsAndRemovesHeaders"),
                fault(ProbeFails.class, "Lifecycle", "probingMissingBucketGivesFalse"),
                fault(NeverCloses.class, "Lifecycle", "everyCallAfterCloseFailsWithClosed"),
                fault(StartsAtInsteadOfAfter.class, "Lists", "startAfterGivesKeysAfterText"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("faults")
    void faultIsFound(Class<?> contract, String group, String[] cases) {
        KitRun run = KitRun.of(contract, group);
        assertThat(run.failed()).contains(cases);
        assertThat(run.passed())
                .as("cases that have nothing to do with the fault")
                .isNotEmpty();
    }

    static final class ConfusesBucketsAndObjects extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.ConfusesBucketsAndObjects::new);
        }
    }

    static final class IgnoresIfAbsent extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.IgnoresIfAbsent::new);
        }
    }

    static final class IgnoresMd5 extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.IgnoresMd5::new);
        }
    }

    static final class ListsInUtf16Order extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.ListsInUtf16Order::new);
        }
    }

    static final class LooksBeforeItRefuses extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.LooksBeforeItRefuses::new);
        }
    }

    static final class MergesMetadata extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.MergesMetadata::new);
        }
    }

    static final class MissesAreFailures extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.MissesAreFailures::new);
        }
    }

    static final class NeverCloses extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.NeverCloses::new);
        }
    }

    static final class ProbeFails extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.ProbeFails::new);
        }
    }

    static final class PublishesOnClose extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.PublishesOnClose::new);
        }
    }

    static final class ReadsWhatIsThereNow extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.ReadsWhatIsThereNow::new);
        }
    }

    static final class ReportsAllAsDeleted extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.ReportsAllAsDeleted::new);
        }
    }

    static final class StartsAtInsteadOfAfter extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.StartsAtInsteadOfAfter::new);
        }
    }

    static final class UpdatesReplace extends StorageContract {
        @Override
        protected StorageHarness harness() {
            return new TinyHarness(FaultyStores.UpdatesReplace::new);
        }
    }
}
