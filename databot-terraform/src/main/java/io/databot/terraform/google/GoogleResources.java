package io.databot.terraform.google;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.state.Address;
import io.databot.state.NearestNames;
import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateInstance;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The resources of Google Cloud in a state, typed.
 *
 * <pre>{@code
 * GoogleResources google = GoogleResources.of(state);
 * for (BucketResource bucket : google.buckets()) {
 *     System.out.println(bucket.name() + " in " + bucket.location());
 * }
 * }</pre>
 *
 * <p>Current instances only, in the order of the state; a deposed one is never among them. Immutable, thread-safe, without
 * I/O. Environments are not told apart: that is discovery's task.
 */
public final class GoogleResources {

    private final State state;
    private final ResourceMode mode;

    private GoogleResources(State state, ResourceMode mode) {
        this.state = state;
        this.mode = mode;
    }

    /** The resources that the state's configuration manages. */
    public static GoogleResources of(State state) {
        return new GoogleResources(state, ResourceMode.MANAGED);
    }

    /** Instead of the managed resources those that the configuration only looks up: its data sources. */
    public GoogleResources dataSources() {
        return new GoogleResources(state, ResourceMode.DATA);
    }

    public List<BucketResource> buckets() {
        return all(BucketResource::new, BucketResource.TYPE);
    }

    /**
     * The bucket at an address, such as {@code module.storage["data"].google_storage_bucket.this}.
     *
     * @throws NotFoundFailure if there is none; names what comes nearest
     * @throws io.databot.failure.InvalidRequestFailure if the text is not an address; names the column
     */
    public BucketResource bucket(String address) {
        return one(buckets(), address);
    }

    public List<ServiceAccountResource> serviceAccounts() {
        return all(ServiceAccountResource::new, ServiceAccountResource.TYPE);
    }

    /** The service account at an address; failures as for {@link #bucket}. */
    public ServiceAccountResource serviceAccount(String address) {
        return one(serviceAccounts(), address);
    }

    /** Workbench's second version only. */
    public List<WorkbenchResource> workbenches() {
        return all(WorkbenchResource::new, WorkbenchResource.TYPE);
    }

    /** The Workbench instance at an address; failures as for {@link #bucket}. */
    public WorkbenchResource workbench(String address) {
        return one(workbenches(), address);
    }

    /** Cloud Run services of both versions; those of version 2 come first. */
    public List<RunServiceResource> services() {
        return all(RunServiceResource::new, RunServiceResource.TYPE_V2, RunServiceResource.TYPE_V1);
    }

    /** The Cloud Run service at an address; failures as for {@link #bucket}. */
    public RunServiceResource service(String address) {
        return one(services(), address);
    }

    /** Cloud Run jobs. */
    public List<RunJobResource> jobs() {
        return all(RunJobResource::new, RunJobResource.TYPE);
    }

    /** The Cloud Run job at an address; failures as for {@link #bucket}. */
    public RunJobResource job(String address) {
        return one(jobs(), address);
    }

    private <V> List<V> all(Function<StateInstance, V> view, String... types) {
        return Stream.of(types).flatMap(this::instances).map(view).toList();
    }

    private Stream<StateInstance> instances(String type) {
        if (mode == ResourceMode.MANAGED) {
            return state.instances(type).stream();
        }
        return state.instances().stream()
                .filter(instance -> instance.address().mode() == mode)
                .filter(instance -> instance.address().type().equals(type))
                .filter(instance -> instance.deposedKey().isEmpty());
    }

    private <V extends GoogleResource> V one(List<V> all, String text) {
        Address address = Address.parse(text);
        return all.stream()
                .filter(view -> view.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new NotFoundFailure(FailureDetails.of(
                        "find",
                        address.toString(),
                        "the state at " + state.origin() + " has no such resource of this kind",
                        NearestNames.suggestion(
                                address.toString(),
                                all.stream().map(GoogleResource::toString).toList()))));
    }
}
