package io.databot.inmemory;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import java.time.Duration;
import java.util.function.Function;

/** What goes wrong in one call. */
sealed interface Fault {

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /**
     * The call fails and does nothing.
     *
     * @param kind makes the failure
     */
    record Fail(Function<FailureDetails, ? extends DatabotException> kind) implements Fault {}

    /** The call does its work and then fails as unavailable. */
    record LostReply() implements Fault {}

    /**
     * The call takes its time.
     *
     * @param duration how long
     */
    record Delay(Duration duration) implements Fault {}

    /**
     * The reader breaks once.
     *
     * @param after how many bytes it gives before
     */
    record Broken(long after) implements Fault {}

    /** The reader gives one byte that is another than the stored one. */
    record Corrupt() implements Fault {}
}
