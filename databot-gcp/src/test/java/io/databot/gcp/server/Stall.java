package io.databot.gcp.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point at which the server keeps a request waiting until the test lets it go. */
public final class Stall {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Stall() {}

    /**
     * Waits until a request has come to the stall.
     *
     * @throws IllegalStateException if none has within {@code patience}
     */
    public void awaitReached(Duration patience) throws InterruptedException {
        if (!reached.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("No request reached the stall within " + patience);
        }
    }

    /** Lets the waiting requests, and later ones, pass. Safe to repeat. */
    public void release() {
        released.countDown();
    }

    /** Called by the serving thread. */
    void hold() {
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
