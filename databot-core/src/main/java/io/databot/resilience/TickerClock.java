package io.databot.resilience;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock for code that only takes differences of its times: it never jumps, and tells no time of day. */
final class TickerClock extends Clock {

    private final LongSupplier nanos;
    private final long start;

    TickerClock(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(0, nanos.getAsLong() - start);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
