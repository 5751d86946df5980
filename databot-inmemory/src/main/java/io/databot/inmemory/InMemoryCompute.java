package io.databot.inmemory;

import io.databot.compute.ComputeFeature;
import io.databot.compute.ComputeService;
import io.databot.compute.HttpCall;
import io.databot.compute.HttpReply;
import io.databot.compute.JobOverrides;
import io.databot.compute.ResourceName;
import io.databot.compute.RunJobs;
import io.databot.compute.RunServices;
import io.databot.compute.Workbenches;
import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.state.State;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The compute port without machines: what is asked for comes to be by the injected clock, services answer through
 * functions, jobs end as the test says. No thread is started and nothing sleeps: things happen when somebody looks.
 *
 * <p>An operation takes no time unless {@link Builder#operationTime} says so. {@link io.databot.compute.Operation#await}
 * does not wait for a clock that it cannot move: build with {@link Builder#clock(Clock, Consumer)}, and it moves the clock
 * to the operation's end; else it fails at once with {@link io.databot.failure.DeadlineExceededFailure} while the
 * operation is under way.
 *
 * <p>The cost guard works: an idle instance stops, an expired one is deleted, both by the clock. An instance is idle from
 * its start on, or from {@link #use}.
 */
public final class InMemoryCompute implements ComputeService {

    private static final Set<ComputeFeature> FEATURES = Set.copyOf(EnumSet.allOf(ComputeFeature.class));

    private final ComputeWorld world;
    private final ComputeSeed seed;
    private final MemoryWorkbenches workbenches;
    private final MemoryServices services;
    private final MemoryJobs jobs;
    private volatile boolean closed;

    private InMemoryCompute(ComputeWorld world, ComputeSeed seed) {
        this.world = world;
        this.seed = seed;
        workbenches = new MemoryWorkbenches(world, this::enter);
        services = new MemoryServices(world, this::enter);
        jobs = new MemoryJobs(world, this::requireOpen);
    }

    /** Compute without anything in it, on the system's clock, until more is said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Another service with the same things in it; each is closed for itself. */
    public InMemoryCompute another() {
        return new InMemoryCompute(world, seed);
    }

    private void enter(String operation) {
        requireOpen(operation);
        seed.plant(world::plant);
    }

    private void requireOpen(String operation) {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    operation, "", "the compute service is closed", "Use it before it is closed, or build another."));
        }
    }

    /** The next operation that begins, whatever it is, will fail for this reason. */
    public void failNext(String reason) {
        world.timeline().failNext(reason);
    }

    /** Somebody uses a Workbench instance now; it is not idle. Does nothing if it does not run. */
    public void use(ResourceName workbench) {
        workbenches.use(workbench);
    }

    /** How a service answers from now on; one without an answer says 501. */
    public void answer(ResourceName service, Function<HttpCall, HttpReply> handler) {
        services.answer(service, handler);
    }

    /** There is a job of this name from now on, whose executions succeed. */
    public void job(ResourceName name) {
        job(name, overrides -> Optional.empty());
    }

    /** There is a job of this name from now on; an execution fails for the reason that the function gives. */
    public void job(ResourceName name, Function<JobOverrides, Optional<String>> failure) {
        jobs.define(name, failure);
    }

    @Override
    public Set<ComputeFeature> features() {
        return FEATURES;
    }

    @Override
    public Workbenches workbenches() {
        requireOpen("use workbenches");
        return workbenches;
    }

    @Override
    public RunServices services() {
        requireOpen("use services");
        return services;
    }

    @Override
    public RunJobs jobs() {
        requireOpen("use jobs");
        return jobs;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Says what an {@link InMemoryCompute} shall be. Not thread-safe. */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private Duration operationTime = Duration.ZERO;
        private Optional<Consumer<Duration>> advance = Optional.empty();
        private Optional<Supplier<State>> state = Optional.empty();

        private Builder() {}

        /** The time by which operations end; the system's if nothing is said. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /** A clock, and how to move it on, so that awaiting an operation moves it to the operation's end. */
        public Builder clock(Clock source, Consumer<Duration> move) {
            advance = Optional.of(move);
            return clock(source);
        }

        /** How long every operation takes; nothing if nothing is said. */
        public Builder operationTime(Duration duration) {
            operationTime = duration;
            return this;
        }

        /**
         * The Workbench instances and Cloud Run services of this state exist, from when the state is first seen to have
         * them. One that was deleted here stays so.
         */
        public Builder state(Supplier<State> source) {
            state = Optional.of(source);
            return this;
        }

        public InMemoryCompute build() {
            ComputeWorld world = ComputeWorld.empty(new Timeline(clock, operationTime, advance));
            return new InMemoryCompute(world, new ComputeSeed(state));
        }
    }
}
