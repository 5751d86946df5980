package io.databot.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The contract of {@link io.databot.state.StateSource} and of the {@link io.databot.state.State} that it reads. An
 * adapter's test extends this class and supplies a harness; the cases are in the groups.
 */
public abstract class StateContract {

    /** For adapters. */
    protected StateContract() {}

    /** A harness without a state; asked for before each case. */
    protected abstract StateHarness harness();

    @Nested
    @DisplayName("Asking by address and path")
    class Queries extends StateQueryContract {
        @Override
        StateHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Instances and outputs")
    class Inventory extends StateInventoryContract {
        @Override
        StateHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Values")
    class Values extends StateValueContract {
        @Override
        StateHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Reading, refreshing and closing")
    class Sources extends StateSourceContract {
        @Override
        StateHarness open() {
            return harness();
        }
    }
}
