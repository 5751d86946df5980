package io.databot.inmemory;

import io.databot.compute.HttpCall;
import io.databot.compute.HttpReply;
import io.databot.compute.JobExecution;
import io.databot.compute.JobOverrides;
import io.databot.compute.ResourceName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the services of one provider share; the timeline guards all of it. */
record ComputeWorld(
        Timeline timeline,
        Map<ResourceName, Machine> machines,
        Map<ResourceName, Deployment> services,
        Map<ResourceName, Function<HttpCall, HttpReply>> handlers,
        Map<ResourceName, Function<JobOverrides, Optional<String>>> jobs,
        Map<String, JobExecution> executions) {

    static ComputeWorld empty(Timeline timeline) {
        ComputeWorld world = new ComputeWorld(
                timeline, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        timeline.guard(now -> {
            world.machines.values().removeIf(machine -> machine.expired(now));
            world.machines.values().forEach(machine -> machine.stopIfIdle(now));
        });
        return world;
    }

    /** What exists without having been made here. */
    void plant(ComputeSeed.Found found) {
        timeline.now(now -> {
            found.workbenches()
                    .forEach((plan, state) -> machines.putIfAbsent(plan.name(), new Machine(plan, state, now)));
            found.services().forEach(service -> services.putIfAbsent(service.name(), Deployment.serving(service)));
            return found;
        });
    }
}
