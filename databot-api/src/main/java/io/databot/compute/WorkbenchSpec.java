package io.databot.compute;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a new Workbench instance shall be.
 *
 * @param name its name; the location is a zone
 * @param machineType the machine, such as {@code e2-standard-4}
 * @param accelerator graphics processors, if any
 * @param serviceAccount the e-mail of the identity that it runs as; the provider's default if empty
 * @param lifetime the cost guard
 * @param labels labels
 */
public record WorkbenchSpec(
        ResourceName name,
        String machineType,
        Optional<Accelerator> accelerator,
        Optional<String> serviceAccount,
        Lifetime lifetime,
        Map<String, String> labels) {

    public WorkbenchSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(machineType, "machineType");
        Objects.requireNonNull(lifetime, "lifetime");
        labels = Map.copyOf(labels);
    }

    /** A machine without accelerators that stops when idle. */
    public static WorkbenchSpec of(ResourceName name, String machineType) {
        return new WorkbenchSpec(name, machineType, Optional.empty(), Optional.empty(), Lifetime.standard(), Map.of());
    }

    public WorkbenchSpec withAccelerator(Accelerator value) {
        return new WorkbenchSpec(name, machineType, Optional.of(value), serviceAccount, lifetime, labels);
    }

    public WorkbenchSpec withServiceAccount(String email) {
        return new WorkbenchSpec(name, machineType, accelerator, Optional.of(email), lifetime, labels);
    }

    public WorkbenchSpec withLifetime(Lifetime value) {
        return new WorkbenchSpec(name, machineType, accelerator, serviceAccount, value, labels);
    }

    public WorkbenchSpec withLabels(Map<String, String> values) {
        return new WorkbenchSpec(name, machineType, accelerator, serviceAccount, lifetime, values);
    }
}
