package io.databot.compute;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a Cloud Run service shall be.
 *
 * @param name its name; the location is a region
 * @param image the container image
 * @param environment environment variables; secrets do not belong here
 * @param serviceAccount the e-mail of the identity that it runs as; the provider's default if empty
 * @param labels labels
 */
public record RunServiceSpec(
        ResourceName name,
        String image,
        Map<String, String> environment,
        Optional<String> serviceAccount,
        Map<String, String> labels) {

    public RunServiceSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
    }

    /** An image with the provider's defaults. */
    public static RunServiceSpec of(ResourceName name, String image) {
        return new RunServiceSpec(name, image, Map.of(), Optional.empty(), Map.of());
    }

    public RunServiceSpec withEnvironment(Map<String, String> variables) {
        return new RunServiceSpec(name, image, variables, serviceAccount, labels);
    }

    public RunServiceSpec withServiceAccount(String email) {
        return new RunServiceSpec(name, image, environment, Optional.of(email), labels);
    }

    public RunServiceSpec withLabels(Map<String, String> values) {
        return new RunServiceSpec(name, image, environment, serviceAccount, values);
    }

    /** Without the values of the environment variables. */
    @Override
    public String toString() {
        return "RunServiceSpec[" + name + ", " + image + ", environment " + environment.keySet() + "]";
    }
}
