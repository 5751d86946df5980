package io.databot.terraform;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.failure.ThrottledFailure;
import io.databot.state.State;
import io.databot.state.StateMetrics;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the last snapshot. After the TTL the first reader loads it anew, in its own thread; whoever reads meanwhile gets
 * the last one. So there are no threads to own, and no answer is older than the TTL and one load.
 */
final class SnapshotCache {

    private static final System.Logger LOG = System.getLogger(SnapshotCache.class.getName());
    private static final String KEY = "state";

    private final SnapshotLoader loader;
    private final Clock clock;
    private final Duration maxStale;
    private final Counters counters = new Counters();
    private final LoadingCache<String, Outcome> cache;
    private final ReentrantLock loading = new ReentrantLock();

    /**
     * @param ttl how long a state is given out before it is read anew
     * @param maxStale how old the last good state may become while it cannot be read
     */
    SnapshotCache(SnapshotLoader loader, Duration ttl, Duration maxStale, Clock clock) {
        this.loader = loader;
        this.clock = clock;
        this.maxStale = maxStale;
        this.cache = Caffeine.newBuilder()
                .ticker(this::now)
                .executor(Runnable::run)
                // Caffeine refreshes what is older than this, and the TTL is when it is due.
                .refreshAfterWrite(ttl.toNanos() > 1 ? ttl.minusNanos(1) : ttl)
                .build(new Loads());
    }

    State read() {
        counters.read();
        Outcome known = cache.get(KEY);
        if (known.failure().isEmpty()) {
            // As a rule: nothing of what follows, nor a look at the clock.
            return known.state();
        }
        Outcome outcome = known.isDue(now()) ? retried(known) : known;
        if (outcome.wasInterrupted() && !Thread.currentThread().isInterrupted()) {
            return read();
        }
        if (outcome.isTooOld(clock.instant(), maxStale)) {
            throw tooOld(outcome);
        }
        return outcome.state();
    }

    /** Looks for a newer state now, however young the last one is. Gives what is given out then; empty if that is nothing. */
    Optional<State> look() {
        loading.lock();
        try {
            Outcome next = loadedAgain(known());
            cache.put(KEY, next);
            return next.snapshot();
        } catch (DatabotException e) {
            return Optional.empty();
        } finally {
            loading.unlock();
        }
    }

    StateMetrics metrics() {
        return counters.metrics(known().snapshot());
    }

    /** What there is, without having it read anew. */
    private Outcome known() {
        Outcome last = cache.policy().getIfPresentQuietly(KEY);
        return last == null ? Outcome.NOTHING_YET : last;
    }

    private DatabotException tooOld(Outcome outcome) {
        DatabotException failure = outcome.failure().orElseThrow();
        FailureDetails details = failure.details();
        return failure.with(FailureDetails.of(
                details.operation(),
                details.resource(),
                details.reason() + "; the last good state is older than state.max-stale (" + maxStale.toSeconds()
                        + " s), so that it is not given out any more",
                details.remedy()));
    }

    void clear() {
        cache.invalidateAll();
    }

    private long now() {
        Instant instant = clock.instant();
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    /** With a snapshot at hand others don't wait for whoever is trying; without one they do. */
    private Outcome retried(Outcome failed) {
        if (failed.snapshot().isEmpty()) {
            loading.lock();
        } else if (!loading.tryLock()) {
            return failed;
        }
        try {
            Outcome last = cache.get(KEY);
            if (!last.isDue(now())) {
                return last;
            }
            counters.miss();
            Outcome next = loadedAgain(last);
            cache.put(KEY, next);
            return next;
        } finally {
            loading.unlock();
        }
    }

    private final class Loads implements CacheLoader<String, Outcome> {

        /**
         * The first time. An interruption concerns one reader alone, so that it is not kept; nor is what may pass, for
         * whoever repeats the call.
         */
        @Override
        public Outcome load(String key) {
            counters.miss();
            try {
                return Outcome.good(counted(Patience.WHILE_LOCKED, Optional.empty()));
            } catch (DatabotException e) {
                if (e instanceof InterruptedFailure || mayPass(e)) {
                    throw e;
                }
                return Outcome.failed(Optional.empty(), e, now());
            }
        }

        @Override
        public Outcome reload(String key, Outcome last) {
            // Where there is nothing to give out, the reader itself tries again.
            if (last.snapshot().isEmpty() || !loading.tryLock()) {
                return last;
            }
            counters.miss();
            try {
                return loadedAgain(last);
            } finally {
                loading.unlock();
            }
        }
    }

    private State counted(Patience patience, Optional<State> last) {
        long start = System.nanoTime();
        Counters.Attempt attempt = Counters.Attempt.FAILED;
        try {
            State next = loader.load(patience);
            boolean same = last.isPresent() && Relabelled.sameContent(last.get(), next);
            attempt = same ? Counters.Attempt.UNCHANGED : Counters.Attempt.LOADED;
            return next;
        } finally {
            counters.attempt(attempt, System.nanoTime() - start);
        }
    }

    private Outcome loadedAgain(Outcome last) {
        Optional<State> lastGood = last.snapshot();
        try {
            State next = counted(lastGood.isPresent() ? Patience.BRIEF : Patience.WHILE_LOCKED, lastGood);
            lastGood.ifPresent(good -> requireNotOlder(good, next));
            if (lastGood.isPresent() && last.failure().isPresent()) {
                LOG.log(Level.INFO, "The state can be read again: {0}", next);
            }
            return Outcome.good(next);
        } catch (DatabotException e) {
            if (lastGood.isEmpty() && mayPass(e)) {
                throw e;
            }
            if (lastGood.isPresent() && last.failure().isEmpty() && !(e instanceof ClosedFailure)) {
                LOG.log(
                        Level.WARNING,
                        "Giving out the last good state, {0}, read at {1}, because: {2}",
                        lastGood.get(),
                        lastGood.get().readAt(),
                        e.getMessage());
            }
            return Outcome.failed(lastGood, e, now());
        }
    }

    /** What the layer above may repeat; a kept failure would be all that its next attempts get. */
    private static boolean mayPass(DatabotException failure) {
        return failure.retryable() || failure instanceof ThrottledFailure || failure instanceof DeadlineExceededFailure;
    }

    /** Serials compare only within one lineage. */
    private static void requireNotOlder(State last, State next) {
        boolean sameHistory = !last.lineage().isEmpty() && last.lineage().equals(next.lineage());
        if (sameHistory && Long.compareUnsigned(next.serial(), last.serial()) < 0) {
            throw new Refusals(next.origin())
                    .refuse(
                            Problem.MALFORMED,
                            "it went back from serial " + Long.toUnsignedString(last.serial()) + " to "
                                    + Long.toUnsignedString(next.serial()),
                            "If an older state was restored on purpose, open the environment anew.");
        }
    }
}
