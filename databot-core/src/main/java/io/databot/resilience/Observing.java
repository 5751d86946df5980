package io.databot.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tells a listener of every call, once, when it is over. */
final class Observing implements CallPolicy {

    private static final System.Logger LOG = System.getLogger(Observing.class.getName());

    private final CallListener listener;
    private final LongSupplier nanos;
    private final CallPolicy next;

    Observing(CallListener listener, LongSupplier nanos, CallPolicy next) {
        this.listener = listener;
        this.nanos = nanos;
        this.next = next;
    }

    @Override
    public <T> T call(Call call, Attempt<T> attempt) {
        long start = nanos.getAsLong();
        try {
            T result = next.call(call, attempt);
            tell(call, start, Optional.empty());
            return result;
        } catch (RuntimeException | Error failure) {
            tell(call, start, Optional.of(failure));
            throw failure;
        }
    }

    private void tell(Call call, long start, Optional<Throwable> failure) {
        try {
            Duration duration = Duration.ofNanos(nanos.getAsLong() - start);
            Action action = call.action();
            listener.completed(new CallRecord(action.text(), action.kind(), call.attempts(), duration, failure));
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, "A call listener failed; the call itself is not affected", broken);
        }
    }
}
