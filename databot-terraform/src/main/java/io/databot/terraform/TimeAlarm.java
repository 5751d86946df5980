package io.databot.terraform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Goes off when the pause is over. */
final class TimeAlarm implements Alarm {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public boolean await(Duration pause) throws InterruptedException {
        return !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
