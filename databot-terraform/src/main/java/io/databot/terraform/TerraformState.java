package io.databot.terraform;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.state.State;
import io.databot.state.StateSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The state of one environment as Terraform or OpenTofu keeps it in local files, format version 4.
 *
 * <p>Nothing is read before the first {@link #read}. A snapshot is given out until it is as old as the time to live; then
 * the next reader reads the file, while others still get the last one. A file that Terraform is writing, empty or torn,
 * is read again for up to the retry time, five times as long when it is locked and nothing was read before. When it still
 * cannot be read, the last good snapshot is given out, marked as stale, and a warning is logged once; without one the
 * failure is thrown, and kept for a second. Within one lineage the serial never goes back.
 *
 * <p>A file that this process may not read is an {@link io.databot.failure.AccessDeniedFailure}; one that the file system
 * cannot give for another reason is a {@link io.databot.failure.StateFailure} with the problem UNREADABLE.
 */
public final class TerraformState implements StateSource {

    private final SnapshotCache cache;
    private volatile boolean closed;

    private TerraformState(SnapshotCache cache) {
        this.cache = cache;
    }

    /**
     * The state at one place.
     *
     * @param location a state file, or a directory in which Terraform is run: the backend that {@code terraform init}
     *     noted there is followed, and the selected workspace
     */
    public static TerraformState of(Path location) {
        return new Builder(Optional.empty()).location(location.toString()).build();
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
     * @throws io.databot.failure.UnsupportedFailure if the state is kept in a remote backend
     * @throws io.databot.failure.InterruptedFailure if this thread is interrupted while it waits for a file to be whole
     */
    @Override
    public State read() {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    Refusals.OPERATION, "", "the source is closed", "Keep it open for as long as it is read."));
        }
        return cache.read();
    }

    @Override
    public void close() {
        closed = true;
        cache.clear();
    }

    /** Where to look and how long to keep what was read. Everything has a default. */
    public static final class Builder {

        private final Optional<String> environment;
        private Optional<String> location = Optional.empty();
        private Path directory = Path.of("");
        private Duration ttl = Duration.ofSeconds(60);
        private Duration retryFor = Duration.ofSeconds(2);
        private long maxBytes = 256L << 20;
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.REAL;
        private Function<String, Optional<String>> variables = name -> Optional.ofNullable(System.getenv(name));

        private Builder(Optional<String> environment) {
            this.environment = environment;
        }

        /** The state file or Terraform's directory, instead of a search; relative to the directory. */
        public Builder location(String path) {
            location = Optional.of(path);
            return this;
        }

        /** Where the search begins; by default the working directory. */
        public Builder directory(Path path) {
            directory = path;
            return this;
        }

        /** How long a snapshot is given out before it is read anew; by default 60 seconds. */
        public Builder ttl(Duration time) {
            ttl = time;
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

        /** Reads nothing yet. */
        public TerraformState build() {
            PatientReader reader = new PatientReader(maxBytes, retryFor, clock, sleeper);
            return new TerraformState(new SnapshotCache(new SnapshotLoader(locator(), reader), ttl, clock));
        }

        private StateLocator locator() {
            Path base = directory.toAbsolutePath().normalize();
            if (location.isPresent()) {
                return new NamedLocation(location.get(), base, environment, variables);
            }
            return new EnvironmentSearch(environment.orElseThrow(), base, variables);
        }
    }
}
