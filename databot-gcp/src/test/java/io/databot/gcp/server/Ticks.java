package io.databot.gcp.server;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Times from the clock, and generation numbers that look like its microseconds and never repeat. */
final class Ticks {
    private final Clock clock;
    private final AtomicLong lastGeneration = new AtomicLong();

    Ticks(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    long nextGeneration() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return lastGeneration.updateAndGet(last -> Math.max(last + 1, micros));
    }
}
