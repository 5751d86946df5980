package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.databot.compute.ComputeFeature;
import io.databot.compute.HttpCall;
import io.databot.compute.JobExecution;
import io.databot.compute.JobOverrides;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.RunServiceInstance;
import io.databot.compute.RunServiceSpec;
import io.databot.failure.NotFoundFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class RunContract extends ComputeContractGroup {

    private static final String IMAGE = "europe-docker.pkg.dev/acme/run/api:1";

    private boolean hasServices() {
        return has(ComputeFeature.SERVICES, () -> compute.services().list(harness.project(), harness.region()));
    }

    private RunServiceInstance deploy(String id, String image) {
        return done(compute.services().deploy(RunServiceSpec.of(name(harness.region(), id), image)));
    }

    @Test
    @DisplayName("a deployed service is ready, found and listed, and has an address")
    void deployedServiceIsReady() {
        if (hasServices()) {
            ResourceName name = name(harness.region(), "api");
            RunServiceSpec spec = RunServiceSpec.of(name, IMAGE).withLabels(Map.of("team", "data"));
            RunServiceInstance deployed = done(compute.services().deploy(spec));
            assertThat(deployed.name()).isEqualTo(name);
            assertThat(deployed.image()).isEqualTo(IMAGE);
            assertThat(deployed.ready()).isTrue();
            assertThat(deployed.uri()).isPresent();
            assertThat(deployed.revision()).isPresent();
            assertThat(deployed.labels()).containsEntry("team", "data");
            assertThat(compute.services().find(name)).contains(deployed);
            assertThat(compute.services().list(harness.project(), harness.region()))
                    .containsExactly(deployed);
        }
    }

    @Test
    @DisplayName("deploying again replaces the revision and keeps the address")
    void deployingAgainReplacesTheRevision() {
        if (hasServices()) {
            RunServiceInstance first = deploy("api", IMAGE);
            RunServiceInstance second = deploy("api", IMAGE + "2");
            assertThat(second.image()).isEqualTo(IMAGE + "2");
            assertThat(second.uri()).isEqualTo(first.uri());
            assertThat(second.revision()).isPresent().isNotEqualTo(first.revision());
            assertThat(compute.services().find(first.name())).contains(second);
        }
    }

    @Test
    @DisplayName("services are listed by name; a deleted one is gone, a missing one is NotFoundFailure")
    void deletedServiceIsGone() {
        if (hasServices()) {
            List.of("c", "a", "b").forEach(id -> deploy(id, IMAGE));
            done(compute.services().delete(name(harness.region(), "b")));
            assertThat(compute.services().list(harness.project(), harness.region()))
                    .extracting(service -> service.name().id())
                    .containsExactly("a", "c");
            assertThat(compute.services().find(name(harness.region(), "b"))).isEmpty();
            Failures.expect(NotFoundFailure.class, () -> compute.services().delete(name(harness.region(), "b")));
        }
    }

    @Test
    @DisplayName("invoking a missing service is NotFoundFailure, and refused where undeclared")
    void invokingMissingServiceIsNotFound() {
        ResourceName missing = name(harness.region(), "missing");
        if (hasServices() && has(ComputeFeature.INVOKE, () -> compute.services().invoke(missing, HttpCall.get("/")))) {
            Failures.expect(NotFoundFailure.class, () -> compute.services().invoke(missing, HttpCall.get("/")));
        }
    }

    /** The harness's job, where the adapter has jobs. */
    private Optional<ResourceName> job() {
        ResourceName missing = name(harness.region(), "missing");
        if (!has(ComputeFeature.JOBS, () -> compute.jobs().executions(missing))) {
            return Optional.empty();
        }
        if (harness.job().isEmpty()) {
            abort("the harness has no job");
        }
        return harness.job();
    }

    @Test
    @DisplayName("a run of a job is an execution, known at once by the operation's id")
    void runOfJobIsAnExecution() {
        job().ifPresent(job -> {
            Operation<JobExecution> operation = compute.jobs().run(job, JobOverrides.none());
            assertThat(compute.jobs().find(operation.id())).isPresent();
            JobExecution ended = done(operation);
            assertThat(ended.name()).isEqualTo(operation.id());
            assertThat(ended.job()).isEqualTo(job);
            assertThat(ended.state()).isEqualTo(JobExecution.State.SUCCEEDED);
            assertThat(ended.completed()).isPresent();
            assertThat(compute.jobs().find(operation.id())).contains(ended);
            assertThat(done(anotherService().jobs().resume(operation.id()))).isEqualTo(ended);
        });
    }

    @Test
    @DisplayName("executions are listed newest first; a missing job has none and cannot run")
    void executionsAreListedNewestFirst() {
        job().ifPresent(job -> {
            Operation<JobExecution> first = compute.jobs().run(job, JobOverrides.none());
            harness.settle();
            Operation<JobExecution> second = compute.jobs().run(job, JobOverrides.none());
            harness.settle();
            assertThat(compute.jobs().executions(job))
                    .extracting(JobExecution::name)
                    .containsExactly(second.id(), first.id());
            ResourceName missing = name(harness.region(), "missing");
            assertThat(compute.jobs().executions(missing)).isEmpty();
            Failures.expect(NotFoundFailure.class, () -> compute.jobs().run(missing, JobOverrides.none()));
            assertThat(compute.jobs().find("execution-of-nobody")).isEmpty();
            Failures.expect(NotFoundFailure.class, () -> compute.jobs().resume("execution-of-nobody"));
        });
    }
}
