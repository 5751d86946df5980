package io.databot.compute;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.regex.Pattern;

/**
 * The name of a Workbench instance, a Cloud Run service or a job.
 *
 * @param project the project's id
 * @param location a zone for instances, a region for services and jobs
 * @param id the name in its location
 */
public record ResourceName(String project, String location, String id) {

    private static final Pattern PART = Pattern.compile("[a-z0-9]([a-z0-9.:-]*[a-z0-9])?");

    /** @throws InvalidRequestFailure if a part cannot be part of a resource's name */
    public ResourceName {
        for (String part : new String[] {project, location, id}) {
            if (!PART.matcher(part).matches()) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "name a resource",
                        project + "/" + location + "/" + id,
                        "'" + part + "' is not lower-case letters, digits and hyphens",
                        "Take the name from Terraform's state."));
            }
        }
    }

    @Override
    public String toString() {
        return project + "/" + location + "/" + id;
    }
}
