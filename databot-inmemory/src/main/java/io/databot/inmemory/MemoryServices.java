package io.databot.inmemory;

import io.databot.compute.HttpCall;
import io.databot.compute.HttpReply;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.RunServiceInstance;
import io.databot.compute.RunServiceSpec;
import io.databot.compute.RunServices;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.inmemory.MemoryOperation.Effect;
import io.databot.inmemory.MemoryOperation.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Cloud Run services that are only written down, and answer through functions. */
final class MemoryServices implements RunServices {

    private static final int NOT_IMPLEMENTED = 501;
    private static final int UNAVAILABLE = 503;

    private final Timeline timeline;
    private final Map<ResourceName, Deployment> services;
    private final Map<ResourceName, Function<HttpCall, HttpReply>> handlers;
    private final Consumer<String> entry;

    /** @param entry is told what begins; fails if the service is closed */
    MemoryServices(ComputeWorld world, Consumer<String> entry) {
        this.timeline = world.timeline();
        this.services = world.services();
        this.handlers = world.handlers();
        this.entry = entry;
    }

    void answer(ResourceName name, Function<HttpCall, HttpReply> handler) {
        timeline.now(now -> Optional.ofNullable(handlers.put(name, handler)));
    }

    @Override
    public Operation<RunServiceInstance> deploy(RunServiceSpec spec) {
        entry.accept("deploy service");
        return timeline.now(now -> {
            Deployment service = services.computeIfAbsent(spec.name(), name -> Deployment.of(spec));
            RunServiceInstance next = service.next(spec);
            return timeline.begin(subject("deploy service", spec.name()), now, new Rollout(service, next));
        });
    }

    /** A revision begins to serve; one that fails stays the newest and does not serve, as in the cloud. */
    private record Rollout(Deployment service, RunServiceInstance next) implements Effect<RunServiceInstance> {

        @Override
        public RunServiceInstance succeed(Instant when) {
            return service.serve(next);
        }

        @Override
        public void undo(Operation.Status how, Instant when) {}

        @Override
        public boolean cancellable() {
            return false;
        }
    }

    @Override
    public Optional<RunServiceInstance> find(ResourceName name) {
        entry.accept("find service");
        return timeline.now(now -> Optional.ofNullable(services.get(name)).map(Deployment::newest));
    }

    @Override
    public List<RunServiceInstance> list(String project, String location) {
        entry.accept("list services");
        return timeline.now(now -> services.values().stream()
                .map(Deployment::newest)
                .filter(one -> one.name().project().equals(project))
                .filter(one -> one.name().location().equals(location))
                .sorted(Comparator.comparing(one -> one.name().id()))
                .toList());
    }

    @Override
    public Operation<RunServiceInstance> delete(ResourceName name) {
        entry.accept("delete service");
        return timeline.now(now -> {
            Deployment service = require("delete service", name);
            return timeline.begin(subject("delete service", name), now, new Removal(service));
        });
    }

    /** A service goes; one that cannot be deleted stays as it is. */
    private final class Removal implements Effect<RunServiceInstance> {

        private final Deployment service;

        Removal(Deployment service) {
            this.service = service;
        }

        @Override
        public RunServiceInstance succeed(Instant when) {
            services.remove(service.newest().name(), service);
            return service.newest();
        }

        @Override
        public void undo(Operation.Status how, Instant when) {}

        @Override
        public boolean cancellable() {
            return false;
        }
    }

    @Override
    public HttpReply invoke(ResourceName name, HttpCall call) {
        entry.accept("invoke service");
        return handler(name).apply(call);
    }

    private Function<HttpCall, HttpReply> handler(ResourceName name) {
        return timeline.now(now -> {
            Deployment service = require("invoke service", name);
            if (service.serving().isEmpty()) {
                return call -> reply(UNAVAILABLE, "the service has no revision that serves yet");
            }
            Function<HttpCall, HttpReply> none =
                    call -> reply(NOT_IMPLEMENTED, "no answer was given for the service " + name);
            return handlers.getOrDefault(name, none);
        });
    }

    private static HttpReply reply(int status, String text) {
        return new HttpReply(
                status,
                Map.of("Content-Type", List.of("text/plain; charset=utf-8")),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private Deployment require(String verb, ResourceName name) {
        return Optional.ofNullable(services.get(name))
                .orElseThrow(() -> new NotFoundFailure(FailureDetails.of(
                        verb, path(name), "there is no such service", "list shows those of a region.")));
    }

    @Override
    public Operation<RunServiceInstance> resume(String operationId) {
        entry.accept("resume operation");
        return timeline.resume(operationId, RunServiceInstance.class);
    }

    private static Subject<RunServiceInstance> subject(String verb, ResourceName name) {
        return new Subject<>(RunServiceInstance.class, verb, path(name), Optional.empty());
    }

    private static String path(ResourceName name) {
        return "projects/" + name.project() + "/locations/" + name.location() + "/services/" + name.id();
    }
}
