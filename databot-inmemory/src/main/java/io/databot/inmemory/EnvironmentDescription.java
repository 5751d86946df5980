package io.databot.inmemory;

import io.databot.compute.WorkbenchState;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address;
import io.databot.state.StateInstance;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import io.databot.storage.BucketName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Describes an environment as its Terraform state would: every thing is a {@code google_*} resource with its labels, and
 * an entry of the output {@code databot}. Say project, region and zone first; what follows is in them. Not thread-safe.
 */
public final class EnvironmentDescription {

    private static final int LONGEST_SLUG = 50;

    private final String environment;
    private final Contract contract = new Contract();
    private final List<StateInstance> instances = new ArrayList<>();
    private final Map<String, StateValue> outputs = new LinkedHashMap<>();
    private boolean contracted = true;
    private Clock clock = Clock.systemUTC();
    private GoogleResources resources;
    private long serial = 1;

    EnvironmentDescription(String environment) {
        this.environment = environment;
        this.resources =
                new GoogleResources(environment, "databot-" + slug(environment), "us-central1", "us-central1-a");
    }

    static EnvironmentDescription standard(String environment) {
        EnvironmentDescription description = new EnvironmentDescription(environment);
        String slug = slug(environment);
        return description
                .bucket("data", slug + "-data")
                .serviceAccount("databot", "databot-" + slug + "@databot-" + slug + ".iam.gserviceaccount.com");
    }

    private static String slug(String environment) {
        String slug = environment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG));
        String trimmed = cut.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "environment" : trimmed;
    }

    /** The project's id; {@code databot-} and the environment's name if nothing is said. */
    public EnvironmentDescription project(String id) {
        resources = resources.inProject(id);
        return this;
    }

    /** The region and zone; {@code us-central1} and {@code us-central1-a} if nothing is said. */
    public EnvironmentDescription location(String region, String zone) {
        resources = resources.at(region, zone);
        return this;
    }

    /** The clock that says when the state was read; the system's if nothing is said. */
    public EnvironmentDescription clock(Clock source) {
        clock = source;
        return this;
    }

    /** The state's version; 1 if nothing is said. */
    public EnvironmentDescription serial(long number) {
        serial = number;
        return this;
    }

    /** A bucket; its key in the configuration is its role too, such as {@code data} or {@code archive}. */
    public EnvironmentDescription bucket(String key, String name) {
        return add(Contract.BUCKETS, key, resources.bucket(key, BucketName.of(name), BucketCatalog.Kind.PLAIN));
    }

    /** A bucket that keeps noncurrent generations. */
    public EnvironmentDescription versionedBucket(String key, String name) {
        return add(Contract.BUCKETS, key, resources.bucket(key, BucketName.of(name), BucketCatalog.Kind.VERSIONED));
    }

    /** A service account by its e-mail. */
    public EnvironmentDescription serviceAccount(String key, String email) {
        return add(Contract.SERVICE_ACCOUNTS, key, resources.serviceAccount(key, email));
    }

    /** A stopped Workbench instance. */
    public EnvironmentDescription workbench(String key, String name) {
        return workbench(key, name, WorkbenchState.STOPPED);
    }

    /** A Workbench instance in this state. */
    public EnvironmentDescription workbench(String key, String name, WorkbenchState state) {
        return add(Contract.WORKBENCHES, key, resources.workbench(key, name, state));
    }

    /** A Cloud Run service. */
    public EnvironmentDescription runService(String key, String name) {
        return add(Contract.SERVICES, key, resources.runService(key, name));
    }

    /** An output beside the output {@code databot}. */
    public EnvironmentDescription output(String name, String value) {
        return output(name, StateValue.of(value));
    }

    /** An output beside the output {@code databot}, or in place of it. */
    public EnvironmentDescription output(String name, StateValue value) {
        outputs.put(name, value);
        return this;
    }

    /** Any other resource; it is in the state, not in the output {@code databot}. */
    public EnvironmentDescription resource(String address, Map<String, StateValue> attributes) {
        instances.add(new DescribedResource(Address.parse(address), StateValue.of(attributes)));
        return this;
    }

    /** Leaves the output {@code databot} out, as Terraform code that is not Databot's does. */
    public EnvironmentDescription withoutContract() {
        contracted = false;
        return this;
    }

    private EnvironmentDescription add(String kind, String key, GoogleResources.Described described) {
        if (!contract.add(kind, key, described.entry())) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "describe environment",
                    environment,
                    "the key \"" + key + "\" is in " + kind + " already",
                    "Give each one a key of its own."));
        }
        instances.add(described.resource());
        return this;
    }

    /** The state as it is described so far. */
    public StateSnapshot state() {
        Map<String, StateValue> all = new LinkedHashMap<>();
        if (contracted) {
            all.put("databot", contract.output(environment, resources.project(), resources.region(), resources.zone()));
        }
        all.putAll(outputs);
        StateSnapshot.Header header = new StateSnapshot.Header(
                "memory-" + environment, serial, "memory:" + environment, clock.instant(), false);
        return new StateSnapshot(header, instances, all);
    }

    /** A source of the state as it is described so far. */
    public InMemoryState build() {
        return InMemoryState.of(state());
    }
}
