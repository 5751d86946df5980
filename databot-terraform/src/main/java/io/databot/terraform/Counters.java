package io.databot.terraform;

import io.databot.state.State;
import io.databot.state.StateMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a source does. Thread-safe; counting a read takes no lock. */
final class Counters {

    /** What an attempt to read came to. */
    enum Attempt {
        LOADED,
        UNCHANGED,
        FAILED
    }

    private final LongAdder reads = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void read() {
        reads.increment();
    }

    /** A read that was not answered from memory. */
    void miss() {
        misses.increment();
    }

    void attempt(Attempt attempt, long tookNanos) {
        switch (attempt) {
            case LOADED -> loads.increment();
            case UNCHANGED -> unchanged.increment();
            case FAILED -> failures.increment();
        }
        nanos.add(tookNanos);
    }

    StateMetrics metrics(Optional<State> given) {
        return new StateMetrics(
                Math.max(0, reads.sum() - misses.sum()),
                loads.sum(),
                unchanged.sum(),
                failures.sum(),
                Duration.ofNanos(nanos.sum()),
                given.map(State::readAt),
                given.map(State::stale).orElse(false));
    }
}
