package io.databot;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.databot.compute.ComputeService;
import io.databot.credential.CredentialProvider;
import io.databot.discovery.Discovered;
import io.databot.discovery.Discovery;
import io.databot.discovery.Infrastructure;
import io.databot.discovery.ResourceKind;
import io.databot.spi.Provision;
import io.databot.spi.Settings;
import io.databot.state.State;
import io.databot.state.StateSource;
import io.databot.storage.BucketName;
import io.databot.storage.StorageService;

/**
 * What Terraform made for one environment, ready to use.
 *
 * <pre>{@code
 * try (Databot databot = Databot.open("dev")) {
 *     Bucket bucket = databot.storage();
 *     bucket.upload(Path.of("data.csv"), "uploads/data.csv");
 *     bucket.list("uploads/").forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Opening reads settings and nothing else: the state is read when something is looked for, and a provider's client is
 * built when a port is first used. What discovery finds follows the rules of {@link Discovery}.
 *
 * <p>Thread-safe. After {@link #close()} every method fails with {@link io.databot.failure.ClosedFailure}.
 */
public final class Databot implements AutoCloseable {

    private final Settings settings;
    private final Discovery discovery;
    private final Provider<StateSource> state;
    private final Provider<StorageService> storage;
    private final Provider<ComputeService> compute;
    private final Provider<CredentialProvider> credentials;
    private final Closer closer;

    @Inject
    Databot(
            Settings settings,
            Discovery discovery,
            Provider<StateSource> state,
            Provider<StorageService> storage,
            Provider<ComputeService> compute,
            Provider<CredentialProvider> credentials,
            Closer closer) {
        this.settings = settings;
        this.discovery = discovery;
        this.state = state;
        this.storage = storage;
        this.compute = compute;
        this.credentials = credentials;
        this.closer = closer;
    }

    /**
     * Opens an environment by its name, with settings from files, variables and system properties.
     *
     * @throws io.databot.failure.SettingsFailure if settings do not hold; names all problems
     * @throws io.databot.failure.InvalidRequestFailure if the text cannot be an environment's name
     */
    public static Databot open(String environment) {
        return open(Environment.of(environment));
    }

    /**
     * Opens an environment as the code describes it.
     *
     * @throws io.databot.failure.SettingsFailure if settings do not hold; names all problems
     */
    public static Databot open(Environment environment) {
        return Wiring.open(environment);
    }

    /** The environment's name. */
    public String environment() {
        return settings.environment();
    }

    /**
     * The environment's bucket: the only one, or the one whose role is {@code data}.
     *
     * @throws io.databot.failure.AmbiguousFailure if several fit; names them and the calls that choose
     * @throws io.databot.failure.NotFoundFailure if none fits, or there is no state; names where was looked
     * @throws io.databot.failure.StateFailure if the state cannot be used
     */
    public Bucket storage() {
        return bucket(found(ResourceKind.BUCKET));
    }

    /**
     * The environment's bucket of this name: its key or role, such as {@code archive}.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the name has no letter and no digit
     * @throws io.databot.failure.AmbiguousFailure if several fit; names them
     * @throws io.databot.failure.NotFoundFailure if none fits, or there is no state; names where was looked
     * @throws io.databot.failure.StateFailure if the state cannot be used
     */
    public Bucket storage(String name) {
        return bucket(found(ResourceKind.BUCKET, name));
    }

    private Bucket bucket(Discovered discovered) {
        return Bucket.of(Provision.get(storage), BucketName.of(discovered.name()));
    }

    /** The environment's only service account; failures as for {@link #storage()}. */
    public ServiceAccount serviceAccount() {
        return ServiceAccount.of(found(ResourceKind.SERVICE_ACCOUNT));
    }

    /** The environment's service account of this name; failures as for {@link #storage(String)}. */
    public ServiceAccount serviceAccount(String name) {
        return ServiceAccount.of(found(ResourceKind.SERVICE_ACCOUNT, name));
    }

    /** The environment's only Workbench instance; failures as for {@link #storage()}. */
    public Workbench workbench() {
        return workbench(found(ResourceKind.WORKBENCH));
    }

    /** The environment's Workbench instance of this name; failures as for {@link #storage(String)}. */
    public Workbench workbench(String name) {
        return workbench(found(ResourceKind.WORKBENCH, name));
    }

    private Workbench workbench(Discovered discovered) {
        return new Workbench(
                ResourceNames.of(discovered, discovery::project),
                discovered.text("proxy_uri").map(ResourceNames::web),
                compute);
    }

    /** The environment's only Cloud Run service; failures as for {@link #storage()}. */
    public RunService service() {
        return service(found(ResourceKind.RUN_SERVICE));
    }

    /** The environment's Cloud Run service of this name; failures as for {@link #storage(String)}. */
    public RunService service(String name) {
        return service(found(ResourceKind.RUN_SERVICE, name));
    }

    private RunService service(Discovered discovered) {
        return new RunService(
                ResourceNames.of(discovered, discovery::project),
                discovered.text("uri").map(ResourceNames::web),
                compute);
    }

    /** All that the environment has, as its state says; failures as for {@link #state()}. */
    public Infrastructure infrastructure() {
        closer.requireOpen();
        return discovery.infrastructure();
    }

    /**
     * The environment's state, from the cache while it is fresh.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none; names where was looked
     * @throws io.databot.failure.StateFailure if it cannot be used
     */
    public State state() {
        return stateSource().read();
    }

    /**
     * The state port.
     *
     * @throws io.databot.failure.UnsupportedFailure if the environment's backend has none
     */
    public StateSource stateSource() {
        closer.requireOpen();
        return Provision.get(state);
    }

    /**
     * The storage port, for buckets that the state does not know.
     *
     * @throws io.databot.failure.UnsupportedFailure if the environment's backend has none
     */
    public StorageService storageService() {
        closer.requireOpen();
        return Provision.get(storage);
    }

    /**
     * The compute port.
     *
     * @throws io.databot.failure.UnsupportedFailure if the environment's backend has none
     */
    public ComputeService compute() {
        closer.requireOpen();
        return Provision.get(compute);
    }

    /**
     * The credential port.
     *
     * @throws io.databot.failure.UnsupportedFailure if the environment's backend has none
     */
    public CredentialProvider credentials() {
        closer.requireOpen();
        return Provision.get(credentials);
    }

    private Discovered found(ResourceKind kind) {
        closer.requireOpen();
        return discovery.find(kind);
    }

    private Discovered found(ResourceKind kind, String name) {
        closer.requireOpen();
        return discovery.find(kind, name);
    }

    /** Closes the ports that were used, in reverse. Harmless when repeated. */
    @Override
    public void close() {
        closer.close();
    }

    @Override
    public String toString() {
        return "Databot[" + settings.environment() + "]";
    }
}
