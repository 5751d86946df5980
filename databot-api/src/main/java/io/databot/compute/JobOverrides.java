package io.databot.compute;

import java.util.List;
import java.util.Map;

/**
 * What one execution does differently from its job.
 *
 * @param arguments the container's arguments; the job's own if empty
 * @param environment environment variables beside the job's own
 */
public record JobOverrides(List<String> arguments, Map<String, String> environment) {

    public JobOverrides {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Nothing different. */
    public static JobOverrides none() {
        return new JobOverrides(List.of(), Map.of());
    }

    /** Without the values of the environment variables. */
    @Override
    public String toString() {
        return "JobOverrides[" + arguments.size() + " arguments, environment " + environment.keySet() + "]";
    }
}
