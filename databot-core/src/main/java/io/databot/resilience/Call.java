package io.databot.resilience;

import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.ThrottledFailure;
import java.util.Optional;

/**
 * One call in flight: what it is, whether it may be repeated, and how far it has come. The layers share it, so that none
 * of them needs an object of its own for each call. Used by one thread at a time.
 */
final class Call {

    private final Action action;
    private final Object resource;
    private final Repeat repeat;
    private final long timeout;
    private final long allowance;

    private long budget;
    private long deadline = Long.MAX_VALUE;
    private int attempts;
    private int tries;
    private boolean shortened;
    private boolean lost;
    private boolean settled;
    private Optional<DatabotException> last = Optional.empty();
    private Optional<ConditionFailedFailure> refusal = Optional.empty();

    /**
     * @param timeout the time for the whole call in nanoseconds, or 0 if the caller did not say
     * @param allowance what one attempt may take beyond the usual, because of its size
     */
    private Call(Action action, Object resource, Repeat repeat, long timeout, long allowance) {
        this.action = action;
        this.resource = resource;
        this.repeat = repeat;
        this.timeout = timeout;
        this.allowance = allowance;
    }

    /** A call without options. */
    static Call of(Action action, Object resource) {
        return of(action, resource, Repeat.SAFE, 0);
    }

    /** @param timeout in nanoseconds, or 0 */
    static Call of(Action action, Object resource, Repeat repeat, long timeout) {
        return new Call(action, resource, repeat, timeout, 0);
    }

    /** The same call, not begun yet, with more time for each attempt. */
    Call allowing(long nanos) {
        return new Call(action, resource, repeat, timeout, nanos);
    }

    Action action() {
        return action;
    }

    String resource() {
        return resource.toString();
    }

    Repeat repeat() {
        return repeat;
    }

    long timeout() {
        return timeout;
    }

    long allowance() {
        return allowance;
    }

    /** Starts the time. */
    void begin(long now, long nanos) {
        budget = nanos;
        deadline = now + nanos;
    }

    /** The time for the whole call. */
    long budget() {
        return budget;
    }

    /** What is left of it; all time in the world if nobody bounded it. */
    long left(long now) {
        return budget == 0 ? Long.MAX_VALUE : deadline - now;
    }

    /** How many times it was sent. Looking after a lost reply is not sending it. */
    int attempts() {
        return attempts;
    }

    /** Notes that it is sent now. */
    void sending(Limits limits) {
        shortened = limits == Limits.SHORTENED;
        if (refusal.isEmpty()) {
            attempts++;
        }
    }

    /** Whether an attempt has as much time as attempts usually have. */
    enum Limits {
        FULL,
        SHORTENED
    }

    /** Whether the attempt had less time than usual, so that its running out says nothing of the service. */
    boolean shortened() {
        return shortened;
    }

    /** Notes how an attempt ended. */
    void failed(DatabotException failure) {
        tries++;
        last = Optional.of(failure);
        lost |= refusal.isEmpty() && !settled && maybeCarriedOut(failure);
        attempts = Math.max(attempts, refusal.isEmpty() ? failure.details().attempts() : 0);
    }

    private static boolean maybeCarriedOut(DatabotException failure) {
        return !(failure instanceof ThrottledFailure)
                && (failure.retryable() || failure instanceof DeadlineExceededFailure);
    }

    /** How many attempts failed since the call, or the looking, began. */
    int tries() {
        return tries;
    }

    Optional<DatabotException> last() {
        return last;
    }

    /** Whether an earlier attempt may have been carried out although it failed. */
    boolean lost() {
        return lost;
    }

    /** Notes that a layer refuses to send it, so that no repeat can help. */
    void settle() {
        settled = true;
    }

    boolean settled() {
        return settled;
    }

    /** From now on attempts only look what became of the call, because a repeat of it was refused. */
    void look(ConditionFailedFailure refused) {
        refusal = Optional.of(refused);
        tries = 0;
    }

    /** The refusal of the repeat, while attempts look. */
    Optional<ConditionFailedFailure> refusal() {
        return refusal;
    }

    /** The refusal, for who knows that there is one. */
    ConditionFailedFailure refused() {
        return refusal.orElseThrow();
    }
}
