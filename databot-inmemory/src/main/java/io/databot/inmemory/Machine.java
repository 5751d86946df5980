package io.databot.inmemory;

import io.databot.compute.Lifetime;
import io.databot.compute.ResourceName;
import io.databot.compute.WorkbenchInstance;
import io.databot.compute.WorkbenchState;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A Workbench instance; guarded by the timeline. */
final class Machine {

    final ResourceName name;
    private final String machineType;
    private final Lifetime lifetime;
    private final Instant created;
    private final Map<String, String> labels;
    private WorkbenchState state;
    private Instant used;
    private boolean started;
    private Optional<MemoryOperation<WorkbenchInstance>> pending = Optional.empty();

    /** What does not change. */
    record Plan(ResourceName name, String machineType, Lifetime lifetime, Map<String, String> labels) {}

    Machine(Plan plan, WorkbenchState state, Instant created) {
        this.name = plan.name();
        this.machineType = plan.machineType();
        this.lifetime = plan.lifetime();
        this.labels = plan.labels();
        this.created = created;
        this.used = created;
        become(state, created);
    }

    void become(WorkbenchState other, Instant when) {
        state = other;
        if (other == WorkbenchState.ACTIVE) {
            started = true;
            used = when;
        }
    }

    void use(Instant when) {
        if (state == WorkbenchState.ACTIVE) {
            used = when;
        }
    }

    /** The cost guard stops it when it was idle for too long. */
    void stopIfIdle(Instant now) {
        boolean idle = lifetime.idleShutdown()
                .filter(limit -> !now.isBefore(used.plus(limit)))
                .isPresent();
        if (state == WorkbenchState.ACTIVE && idle) {
            state = WorkbenchState.STOPPED;
        }
    }

    boolean expired(Instant now) {
        return lifetime.expires().filter(end -> !now.isBefore(end)).isPresent();
    }

    WorkbenchState state() {
        return state;
    }

    Optional<MemoryOperation<WorkbenchInstance>> pending() {
        return pending;
    }

    void pending(Optional<MemoryOperation<WorkbenchInstance>> operation) {
        pending = operation;
    }

    WorkbenchInstance look() {
        Optional<URI> proxy = started
                ? Optional.of(URI.create(
                        "https://" + name.id() + "-dot-" + name.location() + ".notebooks.googleusercontent.com"))
                : Optional.empty();
        return new WorkbenchInstance(name, state, machineType, proxy, created, labels);
    }
}
