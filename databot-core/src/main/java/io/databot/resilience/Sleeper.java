package io.databot.resilience;

/** Waits between two attempts. */
@FunctionalInterface
interface Sleeper {

    /** @throws InterruptedException if the thread is interrupted before or while waiting */
    void sleep(long nanos) throws InterruptedException;
}
