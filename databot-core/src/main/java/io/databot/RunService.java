package io.databot;

import com.google.inject.Provider;
import io.databot.compute.ComputeService;
import io.databot.compute.HttpCall;
import io.databot.compute.HttpReply;
import io.databot.compute.ResourceName;
import io.databot.compute.RunServiceInstance;
import io.databot.spi.Provision;
import java.net.URI;
import java.util.Optional;

/** A Cloud Run service that Terraform made. Handing it out does no I/O; its methods ask the compute port. Thread-safe. */
public final class RunService {

    private final ResourceName name;
    private final Optional<URI> uri;
    private final Provider<ComputeService> compute;

    RunService(ResourceName name, Optional<URI> uri, Provider<ComputeService> compute) {
        this.name = name;
        this.uri = uri;
        this.compute = compute;
    }

    public ResourceName name() {
        return name;
    }

    /** Where it answers, as the state said. */
    public Optional<URI> uri() {
        return uri;
    }

    /** What the provider says of it now; empty if it is gone. */
    public Optional<RunServiceInstance> find() {
        return Provision.get(compute).services().find(name);
    }

    /** @see io.databot.compute.RunServices#invoke */
    public HttpReply invoke(HttpCall call) {
        return Provision.get(compute).services().invoke(name, call);
    }

    @Override
    public String toString() {
        return "service " + name;
    }
}
