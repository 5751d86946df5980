package io.databot.inmemory;

import io.databot.compute.Lifetime;
import io.databot.compute.ResourceName;
import io.databot.compute.RunServiceInstance;
import io.databot.compute.WorkbenchState;
import io.databot.failure.InvalidRequestFailure;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds in a state what exists at the beginning; gives each thing once, however often the state is looked at. */
final class ComputeSeed {

    private final Optional<Supplier<State>> source;
    private final Set<ResourceName> planted = new HashSet<>();
    private Optional<State> last = Optional.empty();

    ComputeSeed(Optional<Supplier<State>> source) {
        this.source = source;
    }

    /** What was not there before. */
    record Found(Map<Machine.Plan, WorkbenchState> workbenches, List<RunServiceInstance> services) {}

    /** Hands over what the state has and was not handed over before. */
    void plant(Consumer<Found> ground) {
        if (source.isPresent()) {
            plant(source.get().get(), ground);
        }
    }

    private synchronized void plant(State state, Consumer<Found> ground) {
        if (last.filter(seen -> seen == state).isPresent()) {
            return;
        }
        Map<Machine.Plan, WorkbenchState> workbenches = new LinkedHashMap<>();
        List<RunServiceInstance> services = new ArrayList<>();
        for (StateInstance instance : state.instances("google_workbench_instance")) {
            name(instance.attributes())
                    .filter(planted::add)
                    .ifPresent(name -> workbench(name, instance.attributes(), workbenches));
        }
        for (StateInstance instance : state.instances("google_cloud_run_v2_service")) {
            name(instance.attributes())
                    .filter(planted::add)
                    .ifPresent(name -> services.add(service(name, instance.attributes())));
        }
        ground.accept(new Found(workbenches, services));
        last = Optional.of(state);
    }

    /** Two kinds may have one name in different kinds of locations, never in one: zones are not regions. */
    private static Optional<ResourceName> name(StateValue attributes) {
        Optional<String> project = text(attributes, "project");
        Optional<String> location = text(attributes, "location");
        Optional<String> name = text(attributes, "name");
        if (project.isEmpty() || location.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResourceName(project.get(), location.get(), name.get()));
        } catch (InvalidRequestFailure notYetKnown) {
            return Optional.empty();
        }
    }

    private static void workbench(
            ResourceName name, StateValue attributes, Map<Machine.Plan, WorkbenchState> workbenches) {
        Optional<StateValue> setup = attributes.entry("gce_setup").flatMap(blocks -> blocks.element(0));
        Optional<Duration> idle = setup.flatMap(block -> block.entry("metadata"))
                .flatMap(metadata -> text(metadata, "idle-timeout-seconds"))
                .filter(seconds -> seconds.matches("\\d{3,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(ComputeSeed::allowed);
        String machineType = setup.flatMap(block -> text(block, "machine_type")).orElse("unknown");
        Machine.Plan plan =
                new Machine.Plan(name, machineType, new Lifetime(idle, Optional.empty()), labels(attributes));
        workbenches.put(
                plan,
                text(attributes, "state").filter("ACTIVE"::equals).isPresent()
                        ? WorkbenchState.ACTIVE
                        : WorkbenchState.STOPPED);
    }

    /** What {@link Lifetime} takes; another idle time can only come from elsewhere than our Terraform code. */
    private static boolean allowed(Duration idle) {
        return idle.compareTo(Duration.ofMinutes(10)) >= 0 && idle.compareTo(Duration.ofHours(24)) <= 0;
    }

    private static RunServiceInstance service(ResourceName name, StateValue attributes) {
        String image = attributes
                .entry("template")
                .flatMap(blocks -> blocks.element(0))
                .flatMap(template -> template.entry("containers"))
                .flatMap(containers -> containers.element(0))
                .flatMap(container -> text(container, "image"))
                .orElse("unknown");
        Optional<URI> uri = text(attributes, "uri").map(URI::create);
        return new RunServiceInstance(
                name, uri, true, image, text(attributes, "latest_ready_revision"), labels(attributes));
    }

    private static Map<String, String> labels(StateValue attributes) {
        Map<String, String> labels = new LinkedHashMap<>();
        attributes
                .entry("labels")
                .filter(value -> value.kind() == StateValue.Kind.MAP)
                .ifPresent(value ->
                        value.asMap().forEach((key, label) -> label.string().ifPresent(text -> labels.put(key, text))));
        return labels;
    }

    private static Optional<String> text(StateValue value, String key) {
        return value.entry(key).flatMap(StateValue::string).filter(text -> !text.isEmpty());
    }
}
