package io.databot.inmemory;

import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.WorkbenchInstance;
import io.databot.compute.WorkbenchSpec;
import io.databot.compute.WorkbenchState;
import io.databot.compute.Workbenches;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.inmemory.MemoryOperation.Effect;
import io.databot.inmemory.MemoryOperation.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Workbench instances that are only written down. */
final class MemoryWorkbenches implements Workbenches {

    private final Timeline timeline;
    private final Map<ResourceName, Machine> machines;
    private final Consumer<String> entry;

    /** @param entry is told what begins; fails if the service is closed */
    MemoryWorkbenches(ComputeWorld world, Consumer<String> entry) {
        this.timeline = world.timeline();
        this.machines = world.machines();
        this.entry = entry;
    }

    void use(ResourceName name) {
        entry.accept("use workbench");
        timeline.now(now -> {
            Optional<Machine> machine = Optional.ofNullable(machines.get(name));
            machine.ifPresent(one -> one.use(now));
            return machine;
        });
    }

    @Override
    public Operation<WorkbenchInstance> create(WorkbenchSpec spec) {
        entry.accept("create workbench");
        return timeline.now(now -> {
            if (machines.containsKey(spec.name())) {
                throw new AlreadyExistsFailure(FailureDetails.of(
                        "create workbench",
                        path(spec.name()),
                        "there is one of that name already",
                        "Choose another name, or use the one there is."));
            }
            Machine.Plan plan = new Machine.Plan(spec.name(), spec.machineType(), spec.lifetime(), spec.labels());
            Machine machine = new Machine(plan, WorkbenchState.PROVISIONING, now);
            machines.put(spec.name(), machine);
            return begin(
                    "create workbench",
                    machine,
                    now,
                    new Change(machine, WorkbenchState.ACTIVE, when -> machines.remove(machine.name, machine)));
        });
    }

    @Override
    public Operation<WorkbenchInstance> start(ResourceName name) {
        return turn("start workbench", name, WorkbenchState.STOPPED, WorkbenchState.STARTING, WorkbenchState.ACTIVE);
    }

    @Override
    public Operation<WorkbenchInstance> stop(ResourceName name) {
        return turn("stop workbench", name, WorkbenchState.ACTIVE, WorkbenchState.STOPPING, WorkbenchState.STOPPED);
    }

    private Operation<WorkbenchInstance> turn(
            String verb, ResourceName name, WorkbenchState from, WorkbenchState by, WorkbenchState to) {
        entry.accept(verb);
        return timeline.now(now -> {
            Machine machine = require(verb, name);
            if (machine.state() == to) {
                return timeline.done(subject(verb, name), now, new Change(machine, to, when -> {}));
            }
            if (machine.state() != from) {
                throw new ConditionFailedFailure(FailureDetails.of(
                        verb,
                        path(name),
                        "it is " + machine.state(),
                        "Wait until the operation that is under way has ended."));
            }
            machine.become(by, now);
            return begin(verb, machine, now, new Change(machine, to, when -> machine.become(from, when)));
        });
    }

    @Override
    public Operation<WorkbenchInstance> delete(ResourceName name) {
        entry.accept("delete workbench");
        return timeline.now(now -> {
            Machine machine = require("delete workbench", name);
            if (machine.state() == WorkbenchState.DELETED && machine.pending().isPresent()) {
                return machine.pending().get();
            }
            machine.pending().ifPresent(other -> other.overtake("the instance is being deleted", now));
            machines.put(name, machine);
            machine.become(WorkbenchState.DELETED, now);
            return begin("delete workbench", machine, now, new Removal(machine));
        });
    }

    private MemoryOperation<WorkbenchInstance> begin(
            String verb, Machine machine, Instant now, Effect<WorkbenchInstance> effect) {
        MemoryOperation<WorkbenchInstance> operation = timeline.begin(subject(verb, machine.name), now, effect);
        machine.pending(Optional.of(operation));
        return operation;
    }

    private Machine require(String verb, ResourceName name) {
        return Optional.ofNullable(machines.get(name))
                .orElseThrow(() -> new NotFoundFailure(FailureDetails.of(
                        verb, path(name), "there is no such instance", "list shows those of a zone.")));
    }

    @Override
    public Optional<WorkbenchInstance> find(ResourceName name) {
        entry.accept("find workbench");
        return timeline.now(now -> Optional.ofNullable(machines.get(name)).map(Machine::look));
    }

    @Override
    public List<WorkbenchInstance> list(String project, String location) {
        entry.accept("list workbenches");
        return timeline.now(now -> machines.values().stream()
                .filter(machine -> machine.name.project().equals(project))
                .filter(machine ->
                        location.equals("-") || machine.name.location().equals(location))
                .map(Machine::look)
                .sorted(Comparator.comparing(
                                (WorkbenchInstance one) -> one.name().id())
                        .thenComparing(one -> one.name().location()))
                .toList());
    }

    @Override
    public Operation<WorkbenchInstance> resume(String operationId) {
        entry.accept("resume operation");
        return timeline.resume(operationId, WorkbenchInstance.class);
    }

    private static Subject<WorkbenchInstance> subject(String verb, ResourceName name) {
        return new Subject<>(WorkbenchInstance.class, verb, path(name), Optional.empty());
    }

    private static String path(ResourceName name) {
        return "projects/" + name.project() + "/locations/" + name.location() + "/instances/" + name.id();
    }

    /** An instance comes to be in another state, or is put back. */
    private record Change(Machine machine, WorkbenchState target, Consumer<Instant> back)
            implements Effect<WorkbenchInstance> {

        @Override
        public WorkbenchInstance succeed(Instant when) {
            machine.pending(Optional.empty());
            machine.become(target, when);
            return machine.look();
        }

        @Override
        public void undo(Operation.Status how, Instant when) {
            machine.pending(Optional.empty());
            back.accept(when);
        }

        @Override
        public boolean cancellable() {
            return true;
        }
    }

    /** An instance goes; one that cannot be deleted is left stopped. */
    private final class Removal implements Effect<WorkbenchInstance> {

        private final Machine machine;

        Removal(Machine machine) {
            this.machine = machine;
        }

        @Override
        public WorkbenchInstance succeed(Instant when) {
            machines.remove(machine.name, machine);
            return machine.look();
        }

        @Override
        public void undo(Operation.Status how, Instant when) {
            machine.pending(Optional.empty());
            machine.become(WorkbenchState.STOPPED, when);
        }

        @Override
        public boolean cancellable() {
            return false;
        }
    }
}
