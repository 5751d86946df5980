package io.databot.terraform;

import java.time.Duration;

/** What ends the pause between two looks at a state early. Used by one thread, closed by any. */
interface Alarm extends AutoCloseable {

    /** Returns when there may be something to see, or after the pause; {@code false} if it was closed. */
    boolean await(Duration pause) throws InterruptedException;

    /** Whether it can still go off early; if not, it is worth making another. */
    boolean isAlive();

    /** Ends the pause. */
    @Override
    void close();
}
