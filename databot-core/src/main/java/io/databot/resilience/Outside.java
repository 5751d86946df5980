package io.databot.resilience;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the layers take from outside.
 *
 * @param nanos a clock that never goes back, as {@link System#nanoTime}; wall clocks are set, so they measure nothing
 * @param sleeper waits
 * @param jitter random numbers from 0 to 1, so that clients that failed together do not come back together
 * @param writeIds texts that nobody else has
 */
record Outside(LongSupplier nanos, Sleeper sleeper, DoubleSupplier jitter, Supplier<String> writeIds) {

    static Outside system() {
        return new Outside(
                System::nanoTime,
                TimeUnit.NANOSECONDS::sleep,
                () -> ThreadLocalRandom.current().nextDouble(),
                () -> UUID.randomUUID().toString());
    }
}
