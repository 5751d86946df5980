package io.databot;

import com.google.inject.Provider;
import io.databot.compute.ComputeService;
import io.databot.compute.Operation;
import io.databot.compute.ResourceName;
import io.databot.compute.WorkbenchInstance;
import io.databot.spi.Provision;
import java.net.URI;
import java.util.Optional;

/** A Workbench instance that Terraform made. Handing it out does no I/O; its methods ask the compute port. Thread-safe. */
public final class Workbench {

    private final ResourceName name;
    private final Optional<URI> proxyUri;
    private final Provider<ComputeService> compute;

    Workbench(ResourceName name, Optional<URI> proxyUri, Provider<ComputeService> compute) {
        this.name = name;
        this.proxyUri = proxyUri;
        this.compute = compute;
    }

    public ResourceName name() {
        return name;
    }

    /** Where JupyterLab opens, as the state said; empty if the instance had not started when it was written. */
    public Optional<URI> proxyUri() {
        return proxyUri;
    }

    /** What the provider says of it now; empty if it is gone. */
    public Optional<WorkbenchInstance> find() {
        return Provision.get(compute).workbenches().find(name);
    }

    /** @see io.databot.compute.Workbenches#start */
    public Operation<WorkbenchInstance> start() {
        return Provision.get(compute).workbenches().start(name);
    }

    /** @see io.databot.compute.Workbenches#stop */
    public Operation<WorkbenchInstance> stop() {
        return Provision.get(compute).workbenches().stop(name);
    }

    @Override
    public String toString() {
        return "workbench " + name;
    }
}
