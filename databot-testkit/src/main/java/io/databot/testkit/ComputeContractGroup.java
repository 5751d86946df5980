package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.compute.ComputeFeature;
import io.databot.compute.ComputeService;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.failure.UnsupportedFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the groups of the compute contract share: a harness for each case, and how to wait for an operation. */
abstract class ComputeContractGroup {

    /** Only against a hang: harnesses settle before anybody waits. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Deque<ComputeService> services = new ArrayDeque<>();

    ComputeHarness harness;
    ComputeService compute;

    abstract ComputeHarness open();

    @BeforeEach
    void openHarness() {
        harness = open();
        compute = anotherService();
    }

    @AfterEach
    void closeHarness() {
        try {
            services.forEach(ComputeService::close);
        } finally {
            harness.close();
        }
    }

    final ComputeService anotherService() {
        ComputeService service = harness.compute();
        services.push(service);
        return service;
    }

    final ResourceName name(String location, String id) {
        return new ResourceName(harness.project(), location, id);
    }

    final <T> T done(Operation<T> operation) {
        harness.settle();
        T result = operation.await(LIMIT);
        assertThat(operation.status()).isEqualTo(Operation.Status.SUCCEEDED);
        return result;
    }

    /** Whether the adapter has the feature; if not, the call must be refused. */
    final boolean has(ComputeFeature feature, ThrowingCallable call) {
        boolean declared = compute.features().contains(feature);
        if (!declared) {
            Failures.expect(UnsupportedFailure.class, feature.toString(), call);
        }
        return declared;
    }
}
