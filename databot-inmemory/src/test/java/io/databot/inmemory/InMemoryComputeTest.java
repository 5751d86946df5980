package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.compute.HttpCall;
import io.databot.compute.HttpReply;
import io.databot.compute.JobExecution;
import io.databot.compute.JobOverrides;
import io.databot.compute.Lifetime;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.RunServiceInstance;
import io.databot.compute.RunServiceSpec;
import io.databot.compute.WorkbenchInstance;
import io.databot.compute.WorkbenchSpec;
import io.databot.compute.WorkbenchState;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.OperationFailedFailure;
import io.databot.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InMemoryComputeTest {

    private static final ResourceName LAB = new ResourceName("acme-dev", "europe-west6-a", "lab");
    private static final ResourceName API = new ResourceName("acme-dev", "europe-west6", "api");
    private static final ResourceName JOB = new ResourceName("acme-dev", "europe-west6", "nightly");
    private static final WorkbenchSpec SPEC = WorkbenchSpec.of(LAB, "e2-standard-4");
    private static final Duration TIME = Duration.ofMinutes(5);

    private final TestClock clock = TestClock.fixed();
    private final InMemoryCompute compute =
            InMemoryCompute.builder().clock(clock).operationTime(TIME).build();

    @Test
    void operationEndsByTheClock() {
        Operation<WorkbenchInstance> operation = compute.workbenches().create(SPEC);
        assertThat(operation.status()).isEqualTo(Operation.Status.RUNNING);
        assertThat(state()).contains(WorkbenchState.PROVISIONING);
        clock.advance(TIME.minusMillis(1));
        assertThat(operation.status()).isEqualTo(Operation.Status.RUNNING);
        clock.advance(Duration.ofMillis(1));
        assertThat(operation.status()).isEqualTo(Operation.Status.SUCCEEDED);
        assertThat(state()).contains(WorkbenchState.ACTIVE);
    }

    @Test
    void awaitFailsAtOnceWhenTheClockStands() {
        Operation<WorkbenchInstance> operation = compute.workbenches().create(SPEC);
        assertThatThrownBy(() -> operation.await(Duration.ofHours(1)))
                .isInstanceOf(DeadlineExceededFailure.class)
                .hasMessageContaining("create workbench projects/acme-dev/locations/europe-west6-a/instances/lab")
                .hasMessageContaining("it ends at " + clock.instant().plus(TIME));
        assertThat(operation.status()).as("it goes on").isEqualTo(Operation.Status.RUNNING);
    }

    @Test
    void awaitMovesAClockThatItMayMoveToTheEndOrByTheLimit() {
        InMemoryCompute moving = InMemoryCompute.builder()
                .clock(clock, clock::advance)
                .operationTime(TIME)
                .build();
        Instant begin = clock.instant();
        Operation<WorkbenchInstance> operation = moving.workbenches().create(SPEC);
        assertThatThrownBy(() -> operation.await(Duration.ofMinutes(1))).isInstanceOf(DeadlineExceededFailure.class);
        assertThat(clock.instant()).isEqualTo(begin.plus(Duration.ofMinutes(1)));
        assertThat(operation.await(Duration.ofHours(1)).state()).isEqualTo(WorkbenchState.ACTIVE);
        assertThat(clock.instant()).isEqualTo(begin.plus(TIME));
    }

    @Test
    void completionIsToldWhenSomebodyLooks() {
        Operation<WorkbenchInstance> operation = compute.workbenches().create(SPEC);
        CompletableFuture<WorkbenchInstance> told = operation.onCompletion().toCompletableFuture();
        clock.advance(TIME);
        assertThat(told).isNotDone();
        compute.workbenches().find(LAB);
        assertThat(told).isCompletedWithValueMatching(instance -> instance.state() == WorkbenchState.ACTIVE);
        assertThat(operation.onCompletion().toCompletableFuture()).isCompleted();
    }

    @Test
    void whoIsToldMayCallTheServiceAgain() {
        Operation<WorkbenchInstance> operation = compute.workbenches().create(SPEC);
        CompletableFuture<Operation<WorkbenchInstance>> next = operation
                .onCompletion()
                .thenApply(instance -> compute.workbenches().stop(LAB))
                .toCompletableFuture();
        clock.advance(TIME);
        assertThat(operation.status()).isEqualTo(Operation.Status.SUCCEEDED);
        assertThat(next).isCompletedWithValueMatching(stop -> stop.status() == Operation.Status.RUNNING);
    }

    @Test
    void failedOperationLeavesThingsAsTheyWere() {
        compute.failNext("no e2-standard-4 left in the zone");
        Operation<WorkbenchInstance> operation = compute.workbenches().create(SPEC);
        CompletableFuture<WorkbenchInstance> told = operation.onCompletion().toCompletableFuture();
        clock.advance(TIME);
        assertThat(operation.status()).isEqualTo(Operation.Status.FAILED);
        assertThatThrownBy(() -> operation.await(TIME))
                .isInstanceOf(OperationFailedFailure.class)
                .hasMessageContaining("no e2-standard-4 left in the zone");
        assertThat(told).isCompletedExceptionally();
        assertThat(told.handle((value, why) -> why).join()).isInstanceOf(OperationFailedFailure.class);
        assertThat(compute.workbenches().find(LAB)).isEmpty();
    }

    @Test
    void cancelledCreationLeavesNothing() {
        Operation<WorkbenchInstance> operation = compute.workbenches().create(SPEC);
        assertThat(operation.cancel()).isEqualTo(Operation.CancelOutcome.REQUESTED);
        assertThat(operation.status()).isEqualTo(Operation.Status.CANCELLED);
        assertThat(compute.workbenches().find(LAB)).isEmpty();
        assertThat(operation.cancel()).isEqualTo(Operation.CancelOutcome.ALREADY_DONE);
        assertThatThrownBy(() -> operation.await(TIME))
                .isInstanceOf(OperationFailedFailure.class)
                .hasMessageContaining("it was cancelled");
    }

    @Test
    void instanceUnderWayCannotBeStopped() {
        compute.workbenches().create(SPEC);
        assertThatThrownBy(() -> compute.workbenches().stop(LAB))
                .isExactlyInstanceOf(ConditionFailedFailure.class)
                .hasMessageContaining("it is PROVISIONING");
    }

    @Test
    void deletionOvertakesCreationAndIsOneHoweverOftenItIsAskedFor() {
        Operation<WorkbenchInstance> creation = compute.workbenches().create(SPEC);
        Operation<WorkbenchInstance> deletion = compute.workbenches().delete(LAB);
        assertThat(creation.status()).isEqualTo(Operation.Status.FAILED);
        assertThat(compute.workbenches().delete(LAB)).isSameAs(deletion);
        assertThat(state()).contains(WorkbenchState.DELETED);
        clock.advance(TIME);
        assertThat(deletion.status()).isEqualTo(Operation.Status.SUCCEEDED);
        assertThat(state()).isEmpty();
    }

    @Test
    void idleInstanceStopsAndOneInUseDoesNot() {
        compute.workbenches().create(SPEC);
        clock.advance(TIME);
        assertThat(state()).contains(WorkbenchState.ACTIVE);
        clock.advance(Lifetime.DEFAULT_IDLE.minusMinutes(1));
        compute.use(LAB);
        clock.advance(Duration.ofHours(1));
        assertThat(state()).contains(WorkbenchState.ACTIVE);
        clock.advance(Lifetime.DEFAULT_IDLE.minusHours(1));
        assertThat(state()).contains(WorkbenchState.STOPPED);
    }

    @Test
    void expiredInstanceIsDeleted() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        compute.workbenches().create(SPEC.withLifetime(new Lifetime(Optional.empty(), Optional.of(end))));
        clock.set(end.minusMillis(1));
        assertThat(state()).contains(WorkbenchState.ACTIVE);
        clock.set(end);
        assertThat(state()).isEmpty();
    }

    @Test
    void serviceAnswersThroughItsFunction() {
        compute.answer(
                API, call -> new HttpReply(200, Map.of(), ("hello " + call.path()).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> compute.services().invoke(API, HttpCall.get("/a")))
                .isInstanceOf(NotFoundFailure.class);
        compute.services().deploy(RunServiceSpec.of(API, "image:1"));
        assertThat(compute.services().invoke(API, HttpCall.get("/a")).status())
                .as("not ready yet")
                .isEqualTo(503);
        clock.advance(TIME);
        assertThat(compute.services().invoke(API, HttpCall.get("/a")).text()).isEqualTo("hello /a");
    }

    @Test
    void serviceWithoutAnswerSaysSo() {
        compute.services().deploy(RunServiceSpec.of(API, "image:1"));
        clock.advance(TIME);
        assertThat(compute.services().invoke(API, HttpCall.get("/")).status()).isEqualTo(501);
    }

    @Test
    void failedDeploymentLeavesTheOldRevisionServing() {
        compute.answer(API, call -> new HttpReply(200, Map.of(), new byte[0]));
        compute.services().deploy(RunServiceSpec.of(API, "image:1"));
        clock.advance(TIME);
        compute.failNext("the container does not start");
        compute.services().deploy(RunServiceSpec.of(API, "image:2"));
        clock.advance(TIME);
        assertThat(compute.services().find(API)).map(RunServiceInstance::ready).contains(false);
        assertThat(compute.services().invoke(API, HttpCall.get("/")).status()).isEqualTo(200);
    }

    @Test
    void executionFailsForTheReasonThatTheTestGives() {
        compute.job(
                JOB,
                overrides -> Optional.of("exit code 1")
                        .filter(code -> !overrides.arguments().isEmpty()));
        Operation<JobExecution> good = compute.jobs().run(JOB, JobOverrides.none());
        Operation<JobExecution> bad = compute.jobs().run(JOB, new JobOverrides(List.of("--broken"), Map.of()));
        clock.advance(TIME);
        assertThat(good.status()).isEqualTo(Operation.Status.SUCCEEDED);
        assertThatThrownBy(() -> bad.await(TIME))
                .isInstanceOf(OperationFailedFailure.class)
                .hasMessageContaining("exit code 1");
        assertThat(compute.jobs().find(bad.id())).map(JobExecution::state).contains(JobExecution.State.FAILED);
    }

    @Test
    void cancelledExecutionSaysWhen() {
        compute.job(JOB);
        Operation<JobExecution> operation = compute.jobs().run(JOB, JobOverrides.none());
        clock.advance(Duration.ofMinutes(1));
        assertThat(compute.jobs().resume(operation.id()).cancel()).isEqualTo(Operation.CancelOutcome.REQUESTED);
        JobExecution execution = compute.jobs().find(operation.id()).orElseThrow();
        assertThat(execution.state()).isEqualTo(JobExecution.State.CANCELLED);
        assertThat(execution.completed()).contains(clock.instant());
    }

    @Test
    void thingsOfTheStateExistOnceEach() {
        InMemoryState state = InMemoryState.environment("dev")
                .project("acme-dev")
                .location("europe-west6", "europe-west6-a")
                .workbench("lab", "lab")
                .runService("api", "api")
                .build();
        InMemoryCompute seeded =
                InMemoryCompute.builder().clock(clock).state(state::read).build();
        assertThat(seeded.workbenches().find(LAB)).map(WorkbenchInstance::state).contains(WorkbenchState.STOPPED);
        assertThat(seeded.services().find(API)).map(RunServiceInstance::ready).contains(true);
        seeded.workbenches().delete(LAB);
        assertThat(seeded.workbenches().find(LAB)).isEmpty();
        state.replace(InMemoryState.environment("dev")
                .project("acme-dev")
                .location("europe-west6", "europe-west6-a")
                .workbench("lab", "lab")
                .workbench("more", "more", WorkbenchState.ACTIVE)
                .state());
        assertThat(seeded.workbenches().list("acme-dev", "-"))
                .extracting(instance -> instance.name().id())
                .as("what was deleted stays so, what is new appears")
                .containsExactly("more");
    }

    private Optional<WorkbenchState> state() {
        return compute.workbenches().find(LAB).map(WorkbenchInstance::state);
    }
}
