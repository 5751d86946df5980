package io.databot.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The contract of {@link io.databot.storage.StorageService}. An adapter's test extends this class and supplies a harness;
 * the cases are in the groups.
 *
 * <pre>{@code
 * class MyStorageContractTest extends StorageContract {
 *     @Override
 *     protected StorageHarness harness() {
 *         return new MyHarness();
 *     }
 * }
 * }</pre>
 */
public abstract class StorageContract {

    /** For adapters. */
    protected StorageContract() {}

    /** A harness with empty buckets; asked for before each case. */
    protected abstract StorageHarness harness();

    @Nested
    @DisplayName("Bucket and client life cycle (A1)")
    class Lifecycle extends StorageLifecycleContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Keys (A2)")
    class Keys extends StorageKeyContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Writing whole objects (A3)")
    class Puts extends StoragePutContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Writing bit by bit (A3)")
    class Writers extends StorageWriterContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Checksums and declared lengths (A3, A10)")
    class Checksums extends StorageChecksumContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Conditions (A4)")
    class Conditions extends StorageConditionContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Reading (A5)")
    class Reads extends StorageReadContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("The reader as a stream (A5)")
    class Readers extends StorageReaderContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Finding and metadata (A6)")
    class Metadata extends StorageMetadataContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Listing (A7)")
    class Lists extends StorageListContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Pages of a listing (A7)")
    class Pages extends StoragePageContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Generations (A5 to A8)")
    class Versions extends StorageVersionContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Deleting (A8)")
    class Deletes extends StorageDeleteContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Copying and composing (A9)")
    class Copies extends StorageCopyContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Races (A4, A5, A13)")
    class Races extends StorageRaceContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Faults (A3 to A5, A8, A10, A13)")
    class Faults extends StorageFaultContract {
        @Override
        StorageHarness open() {
            return harness();
        }
    }
}
