package io.databot.inmemory;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What shall go wrong in an {@link InMemoryStorage}, and how often it was called. Faults wait in line: each call takes the
 * first that waits for its kind of call. Thread-safe.
 *
 * <pre>{@code
 * storage.faults().next(StorageOperation.PUT, 2).throttle(Duration.ofSeconds(1));
 * storage.faults().next(StorageOperation.PUT).loseReply();
 * }</pre>
 */
public final class Faults {

    private static final Fault NONE = new Fault.None();

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Map<StorageOperation, LongAdder> calls = new EnumMap<>(StorageOperation.class);
    private final Map<ObjectRef, Fault> standing = new ConcurrentHashMap<>();
    private final Optional<Consumer<Duration>> time;
    private volatile boolean armed;

    Faults(Optional<Consumer<Duration>> time) {
        this.time = time;
        for (StorageOperation operation : StorageOperation.values()) {
            calls.put(operation, new LongAdder());
        }
    }

    /** A fault, and the kinds of calls that it waits for. */
    private record Waiting(Set<StorageOperation> operations, Fault fault) {}

    /** What shall happen in the next call of this kind. */
    public Rule next(StorageOperation operation) {
        return next(operation, 1);
    }

    /** What shall happen in each of the next calls of this kind. */
    public Rule next(StorageOperation operation, int times) {
        return next(Set.of(operation), times);
    }

    /** What shall happen in each of the next calls that are of one of these kinds. */
    public Rule next(Set<StorageOperation> operations, int times) {
        Set<StorageOperation> kinds = Set.copyOf(operations);
        return new Rule(fault -> waiting.addAll(Collections.nCopies(times, new Waiting(kinds, fault))));
    }

    /** What shall happen in every call for this object, until {@link #clear()}; later rules replace earlier ones. */
    public Rule on(ObjectRef object) {
        return new Rule(fault -> standing.put(object, fault));
    }

    /** Forgets all faults that have not happened. */
    public void clear() {
        standing.clear();
        waiting.clear();
    }

    /** How many calls of this kind have reached the store so far, those included that failed there. */
    public long calls(StorageOperation operation) {
        return counterOf(operation).sum();
    }

    /** How many calls have reached the store so far. */
    public long calls() {
        return calls.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Counts the call and says what goes wrong in it. */
    Fault take(Call call) {
        counterOf(call.operation()).increment();
        if (!armed) {
            return NONE;
        }
        Fault always = call.key()
                .map(key -> standing.getOrDefault(new ObjectRef(call.bucket(), key), NONE))
                .orElse(NONE);
        return always == NONE ? first(call.operation()) : always;
    }

    /** The first that waits for this kind of call, and waits no more. */
    private synchronized Fault first(StorageOperation operation) {
        for (Iterator<Waiting> line = waiting.iterator(); line.hasNext(); ) {
            Waiting one = line.next();
            if (one.operations.contains(operation)) {
                line.remove();
                return one.fault;
            }
        }
        return NONE;
    }

    /** What stands against one of the objects of a call that is about many. */
    void requireAllowed(Call call, ObjectRef object) {
        if (armed && standing.get(object) instanceof Fault.Fail fail) {
            throw failure(call.about(object), fail);
        }
    }

    /** Lets happen what comes before the call's own work. */
    void before(Fault fault, Call call, Options options) {
        if (fault instanceof Fault.Fail fail) {
            throw failure(call, fail);
        }
        if (fault instanceof Fault.Delay delay) {
            Duration limit = options.timeout().orElse(delay.duration());
            boolean late = delay.duration().compareTo(limit) > 0;
            time.ifPresent(clock -> clock.accept(late ? limit : delay.duration()));
            if (late) {
                throw new DeadlineExceededFailure(
                        call.details("it takes " + delay.duration() + ", the timeout is " + limit, "Allow more time."));
            }
        }
    }

    /** Lets happen what comes after the call's own work. */
    static void after(Fault fault, Call call) {
        if (fault instanceof Fault.LostReply) {
            throw new UnavailableFailure(
                    call.details("the connection broke before the reply came", "Look whether the call took effect.")
                            .asRetryable());
        }
    }

    private static DatabotException failure(Call call, Fault.Fail fail) {
        return fail.kind().apply(call.details("a fault was injected", "Faults.clear() removes those that wait."));
    }

    @SuppressWarnings("NullAway") // The constructor fills the map.
    private LongAdder counterOf(StorageOperation operation) {
        return calls.get(operation);
    }

    /** What shall happen; says it once. */
    public final class Rule {

        private final Consumer<Fault> target;

        private Rule(Consumer<Fault> target) {
            this.target = target;
        }

        /** The call does nothing and fails so: {@code fail(AccessDeniedFailure::new)}. */
        public void fail(Function<FailureDetails, ? extends DatabotException> kind) {
            arm(new Fault.Fail(kind));
        }

        /** The call does nothing and fails as unavailable, worth another try. */
        public void unavailable() {
            fail(details -> new UnavailableFailure(details.asRetryable()));
        }

        /** The call does nothing and fails as throttled, worth another try after this time. */
        public void throttle(Duration retryAfter) {
            fail(details -> new ThrottledFailure(details.asRetryable().withRetryAfter(retryAfter)));
        }

        /** The call does nothing and is denied. */
        public void deny() {
            fail(AccessDeniedFailure::new);
        }

        /** The call takes effect, and then fails as unavailable, worth another try. */
        public void loseReply() {
            arm(new Fault.LostReply());
        }

        /**
         * The call lets the storage's clock go on by this time first; if that is more than its timeout, by the timeout,
         * and it does nothing and fails with {@link DeadlineExceededFailure}. Nobody sleeps.
         *
         * @throws InvalidRequestFailure if the storage was built without a way to move its clock
         */
        public void delay(Duration duration) {
            if (time.isEmpty()) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "delay calls",
                        duration.toString(),
                        "the storage cannot move its clock",
                        "Build it with clock(clock, clock::advance)."));
            }
            arm(new Fault.Delay(duration));
        }

        /** The reader that the call opens breaks once, after it gave this many bytes. Of readers only. */
        public void breakAfter(long bytes) {
            arm(new Fault.Broken(bytes));
        }

        /** The reader that the call opens gives one wrong byte, its first. Of readers only. */
        public void corrupt() {
            arm(new Fault.Corrupt());
        }

        private void arm(Fault fault) {
            target.accept(fault);
            armed = true;
        }
    }
}
