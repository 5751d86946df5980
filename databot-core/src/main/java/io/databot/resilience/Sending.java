package io.databot.resilience;

import io.databot.storage.Timeout;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The innermost layer: sends one attempt with its own timeout, which is never more than what the call has left. */
final class Sending implements CallPolicy {

    private final Timeout usual;
    private final long usualNanos;
    private final LongSupplier nanos;

    Sending(ResilienceSettings settings, LongSupplier nanos) {
        this.usual = Timeout.of(settings.attemptTimeout());
        this.usualNanos = Nanos.of(settings.attemptTimeout());
        this.nanos = nanos;
    }

    @Override
    public <T> T call(Call call, Attempt<T> attempt) {
        long left = call.left(nanos.getAsLong());
        if (left <= 0) {
            call.settle();
            throw GivingUp.late(call);
        }
        long wanted = usualNanos + call.allowance();
        call.sending(left < wanted ? Call.Limits.SHORTENED : Call.Limits.FULL);
        long given = call.action().span() == Action.Span.UNBOUNDED ? left : Math.min(left, wanted);
        return attempt.run(given == usualNanos ? usual : Timeout.of(Duration.ofNanos(given)));
    }
}
