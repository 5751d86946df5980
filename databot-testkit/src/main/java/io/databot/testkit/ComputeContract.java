package io.databot.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The contract of {@link io.databot.compute.ComputeService}. An adapter's test extends this class and supplies a harness;
 * the cases are in the groups.
 */
public abstract class ComputeContract {

    /** For adapters. */
    protected ComputeContract() {}

    /** A harness with an empty project, but for what it names; asked for before each case. */
    protected abstract ComputeHarness harness();

    @Nested
    @DisplayName("Workbench instances")
    class Instances extends WorkbenchContract {
        @Override
        ComputeHarness open() {
            return harness();
        }
    }

    @Nested
    @DisplayName("Run services and jobs")
    class Runs extends RunContract {
        @Override
        ComputeHarness open() {
            return harness();
        }
    }
}
