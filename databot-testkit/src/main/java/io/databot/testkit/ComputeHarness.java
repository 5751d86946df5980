package io.databot.testkit;

import io.databot.compute.ComputeService;
import io.databot.compute.ResourceName;
import java.util.Optional;

/**
 * A provider of machines and containers to try a compute adapter against. The kit asks {@link ComputeContract#harness()}
 * for one before each case and closes it afterwards.
 */
public interface ComputeHarness extends AutoCloseable {

    /** A new service of the same project each time; the kit closes it. */
    ComputeService compute();

    /** The project; nothing is in it that the harness does not say. */
    String project();

    /** A zone for instances. */
    String zone();

    /** Another zone. */
    String otherZone();

    /** A region for services and jobs. */
    String region();

    /** A job that exists, if the adapter declares {@link io.databot.compute.ComputeFeature#JOBS}. */
    default Optional<ResourceName> job() {
        return Optional.empty();
    }

    /** Lets everything that was begun come to its end, where that takes time. */
    default void settle() {}

    /** Removes what was made for one case. */
    @Override
    void close();
}
