package io.databot.inmemory;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.inmemory.MemoryOperation.Effect;
import io.databot.inmemory.MemoryOperation.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What happens when, without a thread: whoever looks first lets happen what has become due by the clock, in the order of
 * time. One lock guards all of it; those who wait for an operation are told outside the lock.
 */
final class Timeline {

    private final Clock clock;
    private final Duration duration;
    private final Optional<Consumer<Duration>> advance;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<MemoryOperation<?>> running =
            new PriorityQueue<>(Comparator.<MemoryOperation<?>, Instant>comparing(MemoryOperation::ends)
                    .thenComparing(MemoryOperation::number));
    private final Map<String, MemoryOperation<?>> operations = new HashMap<>();
    private final List<Consumer<Instant>> guards = new ArrayList<>();
    private final Deque<String> failures = new ArrayDeque<>();
    private final List<Runnable> news = new ArrayList<>();

    /**
     * @param duration how long every operation takes
     * @param advance moves the clock on, where that is possible
     */
    Timeline(Clock clock, Duration duration, Optional<Consumer<Duration>> advance) {
        this.clock = clock;
        this.duration = duration;
        this.advance = advance;
    }

    /** Something that is run after the operations whenever somebody looks. */
    void guard(Consumer<Instant> guard) {
        guards.add(guard);
    }

    /** The next operation that begins will fail for this reason. */
    void failNext(String reason) {
        now(instant -> failures.add(reason));
    }

    /** Looks or acts, after all that is due has happened. */
    <R> R now(Function<Instant, R> action) {
        lock.lock();
        List<Runnable> told;
        try {
            Instant now = clock.instant();
            settle(now);
            R result = action.apply(now);
            settle(now);
            return result;
        } finally {
            told = List.copyOf(news);
            news.clear();
            lock.unlock();
            told.forEach(Runnable::run);
        }
    }

    private void settle(Instant now) {
        while (!running.isEmpty() && !running.element().ends().isAfter(now)) {
            running.remove().end();
        }
        guards.forEach(guard -> guard.accept(now));
    }

    /** Begins an operation; within {@link #now} only. */
    <T> MemoryOperation<T> begin(Subject<T> subject, Instant now, Effect<T> effect) {
        Optional<String> failure = Optional.ofNullable(failures.poll());
        return start(new MemoryOperation<>(this, subject, number(), now.plus(duration), effect, failure));
    }

    /** An operation that has nothing to do; within {@link #now} only. */
    <T> MemoryOperation<T> done(Subject<T> subject, Instant now, Effect<T> effect) {
        return start(new MemoryOperation<>(this, subject, number(), now, effect, Optional.empty()));
    }

    private int number() {
        return operations.size() + 1;
    }

    private <T> MemoryOperation<T> start(MemoryOperation<T> operation) {
        operations.put(operation.id(), operation);
        running.add(operation);
        return operation;
    }

    /** An operation ended before its time; within {@link #now} only. */
    void drop(MemoryOperation<?> operation) {
        running.remove(operation);
    }

    /**
     * The operation of this id.
     *
     * @throws NotFoundFailure if there is none that results in that
     */
    <T> MemoryOperation<T> resume(String id, Class<T> type) {
        return now(instant -> Optional.<MemoryOperation<?>>ofNullable(operations.get(id))
                .flatMap(operation -> operation.as(type))
                .orElseThrow(() -> new NotFoundFailure(FailureDetails.of(
                        "resume operation",
                        id,
                        "there is no such operation",
                        "Use the id of the handle that began it."))));
    }

    /** Is run when the lock is free. */
    void tell(Runnable listener) {
        news.add(listener);
    }

    /** Moves the clock towards an instant, by at most this much; does nothing if it cannot. */
    void advanceTo(Instant target, Duration limit) {
        Duration left = Duration.between(clock.instant(), target);
        if (!left.isNegative() && !left.isZero()) {
            advance.ifPresent(clockwork -> clockwork.accept(left.compareTo(limit) < 0 ? left : limit));
        }
    }
}
