package io.databot.terraform;

import java.time.Duration;

/** Waits. Tests have one that writes files instead. */
@FunctionalInterface
interface Sleeper {

    Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

    void sleep(Duration pause) throws InterruptedException;
}
