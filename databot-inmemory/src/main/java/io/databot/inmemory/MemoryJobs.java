package io.databot.inmemory;

import io.databot.compute.JobExecution;
import io.databot.compute.JobOverrides;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.RunJobs;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.OperationFailedFailure;
import io.databot.inmemory.MemoryOperation.Effect;
import io.databot.inmemory.MemoryOperation.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Jobs whose executions only pass the time. */
final class MemoryJobs implements RunJobs {

    private final Timeline timeline;
    private final Map<ResourceName, Function<JobOverrides, Optional<String>>> jobs;
    private final Map<String, JobExecution> executions;
    private final Consumer<String> entry;

    /** @param entry is told what begins; fails if the service is closed */
    MemoryJobs(ComputeWorld world, Consumer<String> entry) {
        this.timeline = world.timeline();
        this.jobs = world.jobs();
        this.executions = world.executions();
        this.entry = entry;
    }

    /** @param failure why an execution fails; empty if it succeeds */
    void define(ResourceName name, Function<JobOverrides, Optional<String>> failure) {
        timeline.now(now -> Optional.ofNullable(jobs.put(name, failure)));
    }

    @Override
    public Operation<JobExecution> run(ResourceName job, JobOverrides overrides) {
        entry.accept("run job");
        return timeline.now(now -> {
            Function<JobOverrides, Optional<String>> failure = Optional.ofNullable(jobs.get(job))
                    .orElseThrow(() -> new NotFoundFailure(FailureDetails.of(
                            "run job", path(job), "there is no such job", "Define it with InMemoryCompute.job.")));
            String name =
                    String.format(Locale.ROOT, "%s/executions/%s-%05d", path(job), job.id(), executions.size() + 1);
            JobExecution begun =
                    new JobExecution(name, job, JobExecution.State.RUNNING, now, Optional.empty(), Optional.empty());
            executions.put(name, begun);
            Subject<JobExecution> subject = new Subject<>(JobExecution.class, "run job", name, Optional.of(name));
            return timeline.begin(subject, now, new Run(begun, failure.apply(overrides)));
        });
    }

    /** One execution to its end. */
    private final class Run implements Effect<JobExecution> {

        private final JobExecution begun;
        private final Optional<String> failure;

        Run(JobExecution begun, Optional<String> failure) {
            this.begun = begun;
            this.failure = failure;
        }

        @Override
        public JobExecution succeed(Instant when) {
            failure.ifPresent(reason -> {
                end(JobExecution.State.FAILED, when);
                throw new OperationFailedFailure(
                        FailureDetails.of("run job", begun.name(), reason, "Look at the execution's logs."));
            });
            return end(JobExecution.State.SUCCEEDED, when);
        }

        @Override
        public void undo(Operation.Status how, Instant when) {
            end(how == Operation.Status.CANCELLED ? JobExecution.State.CANCELLED : JobExecution.State.FAILED, when);
        }

        private JobExecution end(JobExecution.State state, Instant when) {
            JobExecution ended = new JobExecution(
                    begun.name(), begun.job(), state, begun.started(), Optional.of(when), begun.logUri());
            executions.put(ended.name(), ended);
            return ended;
        }

        @Override
        public boolean cancellable() {
            return true;
        }
    }

    @Override
    public List<JobExecution> executions(ResourceName job) {
        entry.accept("list executions");
        return timeline.now(now -> {
            List<JobExecution> found = new ArrayList<>(executions.values());
            found.removeIf(execution -> !execution.job().equals(job));
            Collections.reverse(found);
            return List.copyOf(found);
        });
    }

    @Override
    public Optional<JobExecution> find(String execution) {
        entry.accept("find execution");
        return timeline.now(now -> Optional.ofNullable(executions.get(execution)));
    }

    @Override
    public Operation<JobExecution> resume(String execution) {
        entry.accept("resume execution");
        return timeline.resume(execution, JobExecution.class);
    }

    private static String path(ResourceName name) {
        return "projects/" + name.project() + "/locations/" + name.location() + "/jobs/" + name.id();
    }
}
