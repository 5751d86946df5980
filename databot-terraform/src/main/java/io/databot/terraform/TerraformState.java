package io.databot.terraform;

import io.databot.credential.Secret;
import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateMetrics;
import io.databot.state.StateSource;
import io.databot.state.StateWatch;
import io.databot.storage.StorageService;
import io.databot.terraform.LazyStorage.Owner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The state of one environment as Terraform or OpenTofu keeps it: in local files, in Google Cloud Storage (backend gcs),
 * behind http and https addresses (backend http), in HCP Terraform or Terraform Enterprise (backends remote and cloud), and
 * wherever a {@link io.databot.spi.StateBackend} on the class path reads.
 *
 * <p>Formats: state files of versions 3 and 4, also those that OpenTofu encrypted with a passphrase; and what
 * {@code terraform show -json} and {@code terraform output -json} print, which have neither lineage nor serial.
 *
 * <p>Nothing is read before the first {@link #read}. A snapshot is given out until it is as old as the time to live; then
 * the next reader reads the file, while others still get the last one. A file that Terraform is writing, empty or torn,
 * is read again for up to the retry time, five times as long when it is locked and nothing was read before. When it still
 * cannot be read, the last good snapshot is given out, marked as stale, and a warning is logged once; without one the
 * failure is thrown, and kept for a second. Within one lineage the serial never goes back.
 *
 * <p>States in Google Cloud Storage are read through a {@link StorageService}: with one request each, which asks for the
 * content only if it has changed. Where a workspace that has the environment's name comes first and has no state, that is
 * one request more. Failures are those of {@link StorageService#reader}; one that may pass is not kept.
 *
 * <p>Other states that are not local are read as {@link io.databot.spi.RemoteState#read} says, conditionally too.
 *
 * <p>A file that this process may not read is an {@link io.databot.failure.AccessDeniedFailure}; one that the file system
 * cannot give for another reason is a {@link io.databot.failure.StateFailure} with the problem UNREADABLE.
 */
public final class TerraformState implements StateSource {

    private final SnapshotCache cache;
    private final StateWatcher watcher;
    private final LazyStorage storage;
    private final StateBackends backends;
    private volatile boolean closed;

    private TerraformState(SnapshotCache cache, StateWatcher watcher, LazyStorage storage, StateBackends backends) {
        this.cache = cache;
        this.watcher = watcher;
        this.storage = storage;
        this.backends = backends;
    }

    /**
     * The state at one place.
     *
     * @param location a state file, or a directory in which Terraform is run: the backend that {@code terraform init}
     *     noted there is followed, and the selected workspace
     */
    public static TerraformState of(Path location) {
        return at(location.toString()).build();
    }

    /** The state at one place, as {@link Builder#location} takes it; in a directory that of the selected workspace. */
    public static Builder at(String location) {
        return new Builder(Optional.empty()).location(location);
    }

    /**
     * The state of an environment, found by its name.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the name could lead out of a directory
     */
    public static Builder builder(String environment) {
        return new Builder(Optional.of(EnvironmentName.require(environment)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.databot.failure.UnsupportedFailure if the state is kept where nothing on the class path reads it, or as
     *     this adapter does not follow
     * @throws io.databot.failure.InterruptedFailure if this thread is interrupted while it waits for a file to be whole
     */
    @Override
    public State read() {
        requireOpen();
        return cache.read();
    }

    /**
     * {@inheritDoc}
     *
     * <p>It looks each time that {@link Builder#watchEvery} has passed, remote states with a request that brings the content
     * only if it has changed, and at a local file as soon as the file system tells that its directory has changed. Calls
     * come on a daemon thread, which there is only while somebody listens.
     */
    @Override
    public StateWatch onChange(Consumer<StateChange> listener) {
        requireOpen();
        return watcher.add(listener);
    }

    @Override
    public StateMetrics metrics() {
        return cache.metrics();
    }

    private void requireOpen() {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    Refusals.OPERATION, "", "the source is closed", "Keep it open for as long as it is read."));
        }
    }

    @Override
    public void close() {
        closed = true;
        // First, so that nobody who waits for an answer holds up the rest.
        storage.close();
        backends.close();
        watcher.close();
        cache.clear();
    }

    /** Where to look and how long to keep what was read. Everything has a default. */
    public static final class Builder {

        private static final String PASSPHRASE_VARIABLE = "DATABOT_STATE_PASSPHRASE";

        private final Optional<String> environment;
        private Optional<String> location = Optional.empty();
        private Path directory = Path.of("");
        private Duration ttl = Duration.ofSeconds(60);
        private Duration maxStale = Duration.ofHours(24);
        private Duration watchEvery = Duration.ofSeconds(10);
        private Duration retryFor = Duration.ofSeconds(2);
        private long maxBytes = 256L << 20;
        private Optional<Secret> passphrase = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.REAL;
        private Duration requestTimeout = Duration.ofSeconds(60);
        private Optional<Secret> httpIdentity = Optional.empty();
        private UnaryOperator<URI> route = UnaryOperator.identity();
        private Supplier<StorageService> storage = () -> {
            throw Elsewhere.withoutStorage("the source was built without a storage service");
        };
        private Owner storageOwner = Owner.SELF;
        private Function<String, Optional<String>> variables = name -> Optional.ofNullable(System.getenv(name));

        private Builder(Optional<String> environment) {
            this.environment = environment;
        }

        /**
         * The state file or Terraform's directory, relative to the directory, instead of a search. Or an address in Google
         * Cloud Storage: {@code gs://BUCKET/OBJECT} if it ends in {@code .tfstate}, else {@code gs://BUCKET/PREFIX} with the
         * state of the workspace that TF_WORKSPACE names, or of the default one. Or another address:
         * {@code https://HOST/PATH}, {@code remote://HOST/ORGANIZATION/WORKSPACE}, or of a scheme that a
         * {@link io.databot.spi.StateBackend} on the class path reads.
         */
        public Builder location(String path) {
            location = Optional.of(path);
            return this;
        }

        /** Where the search begins; by default the working directory. */
        public Builder directory(Path path) {
            directory = path;
            return this;
        }

        /**
         * What states in Google Cloud Storage are read through. Asked once, when the first one is read; what it gives is
         * closed with the source.
         */
        public Builder storage(Supplier<StorageService> port) {
            storage = port;
            storageOwner = Owner.SELF;
            return this;
        }

        /** The same, for a port that others use too and close. */
        Builder sharedStorage(Supplier<StorageService> port) {
            storage = port;
            storageOwner = Owner.OTHER;
            return this;
        }

        /** How long a snapshot is given out before it is read anew; by default 60 seconds. */
        public Builder ttl(Duration time) {
            ttl = time;
            return this;
        }

        /** How old the last good state may become while it cannot be read anew; then it is a failure. By default 24 hours. */
        public Builder maxStale(Duration time) {
            maxStale = time;
            return this;
        }

        /** How often a source with listeners looks for changes; by default every 10 seconds. */
        public Builder watchEvery(Duration time) {
            watchEvery = time;
            return this;
        }

        /** How long an empty or torn file is read again; by default 2 seconds. */
        public Builder retryFor(Duration time) {
            retryFor = time;
            return this;
        }

        /** The largest file that is read; by default 256 MiB, at most 2 GiB less 16 bytes. */
        public Builder maxBytes(long bytes) {
            maxBytes = Math.min(bytes, Integer.MAX_VALUE - 16);
            return this;
        }

        /**
         * The passphrase of states that OpenTofu encrypted (key provider {@code pbkdf2}, method {@code aes_gcm}); by
         * default what the variable DATABOT_STATE_PASSPHRASE says. Never printed.
         */
        public Builder passphrase(Secret secret) {
            passphrase = Optional.of(secret);
            return this;
        }

        /** How long one request for a state over http may take, its answer included; by default 60 seconds. */
        public Builder requestTimeout(Duration time) {
            requestTimeout = time;
            return this;
        }

        /** As whom states are read over http, instead of what the backend's configuration says. */
        public Builder httpIdentity(String user, Secret password) {
            httpIdentity = Optional.of(HttpAddress.basic(user, password.reveal()));
            return this;
        }

        /** Where requests are really sent; for tests. */
        Builder route(UnaryOperator<URI> to) {
            route = to;
            return this;
        }

        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /** Variables such as TF_WORKSPACE and TF_DATA_DIR; by default those of the process. */
        public Builder variables(Function<String, Optional<String>> source) {
            variables = source;
            return this;
        }

        Builder sleeper(Sleeper waiting) {
            sleeper = waiting;
            return this;
        }

        /** A source that keeps what it reads. Reads nothing yet. */
        public TerraformState build() {
            StateBackends backends = backends();
            LazyStorage port = new LazyStorage(storage, storageOwner);
            SnapshotLoader loader = loader(backends, port);
            SnapshotCache cache = new SnapshotCache(loader, ttl, maxStale, clock);
            StateWatcher watcher = new StateWatcher(cache::look, loader::file, watchEvery);
            return new TerraformState(cache, watcher, port, backends);
        }

        /**
         * The state as it is now, for a program that asks and ends: what {@link TerraformState#read} of a new source gives,
         * which is closed afterwards, but without setting up what would keep it. Each call reads anew.
         *
         * @throws io.databot.failure.DatabotException as {@link TerraformState#read}
         */
        public State readOnce() {
            try (StateBackends backends = backends();
                    LazyStorage port = new LazyStorage(storage, storageOwner)) {
                return loader(backends, port).load(Patience.WHILE_LOCKED);
            }
        }

        private SnapshotLoader loader(StateBackends backends, LazyStorage port) {
            StateParser parser = new StateParser(
                    () -> passphrase.map(Secret::reveal).or(() -> variables.apply(PASSPHRASE_VARIABLE)));
            return new SnapshotLoader(
                    locator(new Surroundings(variables, backends)),
                    new PatientReader(parser, maxBytes, retryFor, clock, sleeper),
                    new GcsReader(port, parser, maxBytes, clock),
                    new RemoteReader(parser, maxBytes, requestTimeout, clock));
        }

        private StateBackends backends() {
            HttpTransport transport = new HttpTransport(route);
            return new StateBackends(List.of(
                    new HttpStates(transport, clock, httpIdentity), new HcpStates(new HcpApi(transport, clock))));
        }

        private StateLocator locator(Surroundings surroundings) {
            Path base = directory.toAbsolutePath().normalize();
            if (location.isPresent()) {
                return new NamedLocation(location.get(), base, environment, surroundings);
            }
            return new EnvironmentSearch(environment.orElseThrow(), base, surroundings);
        }
    }
}
