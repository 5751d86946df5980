package io.databot.gcp.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A scripted fault, and how often it strikes. Set it up before the requests that it is for. */
public final class Fault {
    private final Predicate<RecordedRequest> matching;
    private final FaultScript.Effect effect;
    private final AtomicInteger passes;
    private final AtomicInteger left = new AtomicInteger(1);
    private volatile Optional<Duration> retryAfter = Optional.empty();

    Fault(Predicate<RecordedRequest> matching, int passes, FaultScript.Effect effect) {
        this.passes = new AtomicInteger(passes);
        this.matching = matching;
        this.effect = effect;
    }

    /** Strikes so many requests instead of one. */
    public Fault times(int strikes) {
        left.set(strikes);
        return this;
    }

    /** Strikes every request that it fits, until {@link Faults#clear}. */
    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    /** Adds a {@code Retry-After} header, in whole seconds, to the error reply. */
    public Fault retryAfter(Duration delay) {
        retryAfter = Optional.of(delay);
        return this;
    }

    /** How many strikes are left. */
    public int remaining() {
        return left.get();
    }

    boolean strikes(RecordedRequest request) {
        if (!matching.test(request)) {
            return false;
        }
        boolean passed = passes.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        return !passed && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    Reply around(Operation operation, Handling handling) {
        return effect.around(handling, status -> error(operation, status));
    }

    private Reply error(Operation operation, int status) {
        Reply reply = ErrorShape.of(operation).reply(ApiError.injected(status));
        return retryAfter
                .map(delay -> reply.with("Retry-After", Long.toString(delay.toSeconds())))
                .orElse(reply);
    }
}
