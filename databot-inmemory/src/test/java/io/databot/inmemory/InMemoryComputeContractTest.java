package io.databot.inmemory;

import io.databot.compute.ComputeService;
import io.databot.compute.ResourceName;
import io.databot.testkit.ComputeContract;
import io.databot.testkit.ComputeHarness;
import io.databot.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;

class InMemoryComputeContractTest extends ComputeContract {

    @Override
    protected ComputeHarness harness() {
        return new MemoryHarness();
    }

    private static final class MemoryHarness implements ComputeHarness {

        private static final Duration OPERATION = Duration.ofMinutes(2);

        private final TestClock clock = TestClock.fixed();
        private final InMemoryCompute compute =
                InMemoryCompute.builder().clock(clock).operationTime(OPERATION).build();

        MemoryHarness() {
            compute.job(new ResourceName(project(), region(), "nightly"));
        }

        @Override
        public ComputeService compute() {
            return compute.another();
        }

        @Override
        public String project() {
            return "acme-dev";
        }

        @Override
        public String zone() {
            return "europe-west6-a";
        }

        @Override
        public String otherZone() {
            return "europe-west6-b";
        }

        @Override
        public String region() {
            return "europe-west6";
        }

        @Override
        public Optional<ResourceName> job() {
            return Optional.of(new ResourceName(project(), region(), "nightly"));
        }

        @Override
        public void settle() {
            clock.advance(OPERATION);
        }

        @Override
        public void close() {
            compute.close();
        }
    }
}
