package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.databot.compute.ComputeFeature;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.WorkbenchInstance;
import io.databot.compute.WorkbenchSpec;
import io.databot.compute.WorkbenchState;
import io.databot.compute.Workbenches;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.NotFoundFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class WorkbenchContract extends ComputeContractGroup {

    private static final String MACHINE = "e2-standard-4";

    private boolean hasWorkbenches() {
        return has(ComputeFeature.WORKBENCHES, () -> compute.workbenches().list(harness.project(), harness.zone()));
    }

    private Workbenches workbenches() {
        return compute.workbenches();
    }

    private WorkbenchInstance create(ResourceName name) {
        return done(workbenches().create(WorkbenchSpec.of(name, MACHINE)));
    }

    @Test
    @DisplayName("a created instance is active, found and listed, with its labels")
    void createdInstanceIsActive() {
        if (hasWorkbenches()) {
            ResourceName name = name(harness.zone(), "lab");
            WorkbenchSpec spec = WorkbenchSpec.of(name, MACHINE).withLabels(Map.of("team", "data"));
            WorkbenchInstance created = done(workbenches().create(spec));
            assertThat(created.name()).isEqualTo(name);
            assertThat(created.state()).isEqualTo(WorkbenchState.ACTIVE);
            assertThat(created.machineType()).isEqualTo(MACHINE);
            assertThat(created.labels()).containsEntry("team", "data");
            assertThat(workbenches().find(name)).contains(created);
            assertThat(workbenches().list(harness.project(), harness.zone())).containsExactly(created);
        }
    }

    @Test
    @DisplayName("creating over an instance is AlreadyExistsFailure and leaves it")
    void creatingOverInstanceIsRefused() {
        if (hasWorkbenches()) {
            ResourceName name = name(harness.zone(), "lab");
            WorkbenchInstance before = create(name);
            Failures.expect(
                    AlreadyExistsFailure.class, () -> workbenches().create(WorkbenchSpec.of(name, "n1-standard-1")));
            assertThat(workbenches().find(name)).contains(before);
        }
    }

    @Test
    @DisplayName("a list is ordered by name, of one zone or of all")
    void listIsOrderedByName() {
        if (hasWorkbenches()) {
            List.of("c", "a", "b").forEach(id -> create(name(harness.zone(), id)));
            create(name(harness.otherZone(), "a0"));
            assertThat(workbenches().list(harness.project(), harness.zone()))
                    .extracting(instance -> instance.name().id())
                    .containsExactly("a", "b", "c");
            assertThat(workbenches().list(harness.project(), "-"))
                    .extracting(instance -> instance.name().id())
                    .containsExactlyInAnyOrder("a", "a0", "b", "c");
        }
    }

    @Test
    @DisplayName("a stopped instance starts again, and stopping or starting twice is harmless")
    void stoppedInstanceStartsAgain() {
        if (hasWorkbenches()) {
            ResourceName name = name(harness.zone(), "lab");
            create(name);
            assertThat(done(workbenches().start(name)).state()).isEqualTo(WorkbenchState.ACTIVE);
            assertThat(done(workbenches().stop(name)).state()).isEqualTo(WorkbenchState.STOPPED);
            assertThat(done(workbenches().stop(name)).state()).isEqualTo(WorkbenchState.STOPPED);
            assertThat(workbenches().find(name)).map(WorkbenchInstance::state).contains(WorkbenchState.STOPPED);
            assertThat(done(workbenches().start(name)).state()).isEqualTo(WorkbenchState.ACTIVE);
        }
    }

    @Test
    @DisplayName("a deleted instance is neither found nor listed, and its name is free")
    void deletedInstanceIsGone() {
        if (hasWorkbenches()) {
            ResourceName name = name(harness.zone(), "lab");
            create(name);
            done(workbenches().delete(name));
            assertThat(workbenches().find(name)).isEmpty();
            assertThat(workbenches().list(harness.project(), harness.zone())).isEmpty();
            assertThat(create(name).state()).isEqualTo(WorkbenchState.ACTIVE);
        }
    }

    @Test
    @DisplayName("what is asked of a missing instance is NotFoundFailure, and finding it gives nothing")
    void missingInstanceIsNotFound() {
        if (hasWorkbenches()) {
            ResourceName name = name(harness.zone(), "missing");
            assertThat(workbenches().find(name)).isEmpty();
            NotFoundFailure failure = Failures.expect(
                    NotFoundFailure.class, "start", () -> workbenches().start(name));
            assertThat(failure).hasMessageContaining("missing");
            Failures.expect(NotFoundFailure.class, "stop", () -> workbenches().stop(name));
            Failures.expect(NotFoundFailure.class, "delete", () -> workbenches().delete(name));
        }
    }

    @Test
    @DisplayName("an operation completes once, is resumed by its id, and cannot be cancelled when it has ended")
    void operationIsResumedByItsId() throws Exception {
        if (hasWorkbenches()) {
            ResourceName name = name(harness.zone(), "lab");
            Operation<WorkbenchInstance> operation = workbenches().create(WorkbenchSpec.of(name, MACHINE));
            assertThat(operation.id()).isNotBlank();
            WorkbenchInstance result = done(operation);
            assertThat(operation.onCompletion().toCompletableFuture().get(1, TimeUnit.MINUTES))
                    .isEqualTo(result);
            Operation<WorkbenchInstance> resumed =
                    anotherService().workbenches().resume(operation.id());
            assertThat(resumed.id()).isEqualTo(operation.id());
            assertThat(done(resumed).name()).isEqualTo(name);
            assertThat(operation.cancel())
                    .isIn(Operation.CancelOutcome.ALREADY_DONE, Operation.CancelOutcome.UNSUPPORTED);
        }
    }

    @Test
    @DisplayName("an operation that the provider does not know is NotFoundFailure")
    void unknownOperationIsNotFound() {
        if (hasWorkbenches()) {
            Failures.expect(NotFoundFailure.class, () -> workbenches().resume("operation-of-nobody"));
        }
    }

    @Test
    @DisplayName("features never change, and a closed service fails with ClosedFailure")
    void closedServiceFails() {
        Set<ComputeFeature> features = Set.copyOf(compute.features());
        compute.close();
        assertThatCode(compute::close).doesNotThrowAnyException();
        assertThat(compute.features()).isEqualTo(features);
        if (features.contains(ComputeFeature.WORKBENCHES)) {
            Failures.expect(ClosedFailure.class, () -> workbenches().find(name(harness.zone(), "lab")));
        }
        if (features.contains(ComputeFeature.SERVICES)) {
            Failures.expect(ClosedFailure.class, () -> compute.services().find(name(harness.region(), "api")));
        }
        if (features.contains(ComputeFeature.JOBS)) {
            Failures.expect(ClosedFailure.class, () -> compute.jobs().find("execution"));
        }
    }
}
