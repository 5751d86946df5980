package io.databot.compute;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A Workbench instance as the provider knew it at one moment.
 *
 * @param name its name
 * @param state what it does
 * @param machineType the machine, such as {@code e2-standard-4}
 * @param proxyUri where JupyterLab opens; empty until it has started once
 * @param created when it was created
 * @param labels its labels
 */
public record WorkbenchInstance(
        ResourceName name,
        WorkbenchState state,
        String machineType,
        Optional<URI> proxyUri,
        Instant created,
        Map<String, String> labels) {
    public WorkbenchInstance {
        labels = Map.copyOf(labels);
    }
}
