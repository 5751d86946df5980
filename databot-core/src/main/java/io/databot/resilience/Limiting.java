package io.databot.resilience;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets so many attempts through at the same time; the others wait for as long as their call may take. Not a bulkhead of
 * resilience4j, whose waiting time is the same for every call.
 */
final class Limiting implements CallPolicy {

    private final int places;
    private final Semaphore free;
    private final LongSupplier nanos;
    private final CallPolicy next;

    Limiting(int places, LongSupplier nanos, CallPolicy next) {
        this.places = places;
        this.free = new Semaphore(places);
        this.nanos = nanos;
        this.next = next;
    }

    @Override
    public <T> T call(Call call, Attempt<T> attempt) {
        if (!free.tryAcquire()) {
            await(call);
        }
        try {
            return next.call(call, attempt);
        } finally {
            free.release();
        }
    }

    private void await(Call call) {
        try {
            if (!free.tryAcquire(call.left(nanos.getAsLong()), TimeUnit.NANOSECONDS)) {
                call.settle();
                throw GivingUp.crowded(call, places);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw GivingUp.interrupted(call, interrupted);
        }
    }
}
