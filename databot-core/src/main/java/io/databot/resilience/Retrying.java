package io.databot.resilience;

import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.DatabotException;

/** Repeats what may be repeated, waits in between, and says at the end how often it tried. */
final class Retrying implements CallPolicy {

    private final int maxAttempts;
    private final RepeatRule rule;
    private final Backoff backoff;
    private final Outside outside;
    private final CallPolicy next;

    Retrying(ResilienceSettings settings, RepeatRule rule, Outside outside, CallPolicy next) {
        this.maxAttempts = settings.maxAttempts();
        this.rule = rule;
        this.backoff = new Backoff(settings, outside.jitter());
        this.outside = outside;
        this.next = next;
    }

    @Override
    public <T> T call(Call call, Attempt<T> attempt) {
        while (true) {
            try {
                return next.call(call, attempt);
            } catch (DatabotException failure) {
                call.failed(failure);
                prepareNext(call, failure);
            }
        }
    }

    /** Returns when the next attempt should be made; throws if there is none. */
    private void prepareNext(Call call, DatabotException failure) {
        if (failure instanceof ConditionFailedFailure refusal && leavesDoubt(call, refusal)) {
            call.look(refusal);
            return;
        }
        if (call.settled() || call.tries() >= maxAttempts || !rule.allows(call, failure)) {
            boolean unguarded = !call.settled() && rule.wantsGuard(call, failure);
            throw unguarded ? GivingUp.unguarded(call, failure) : GivingUp.after(call, failure);
        }
        long wait = backoff.nanos(call.tries(), failure.details().retryAfter());
        if (wait >= call.left(outside.nanos().getAsLong())) {
            throw GivingUp.after(call, GivingUp.late(call));
        }
        pause(call, wait);
    }

    /** Whether the condition may fail only because an earlier attempt took effect and its reply was lost. */
    private static boolean leavesDoubt(Call call, ConditionFailedFailure refusal) {
        boolean repeated = call.lost() || refusal.details().attempts() > 1;
        return repeated && call.repeat() == Repeat.GUARDED && call.refusal().isEmpty();
    }

    private void pause(Call call, long wait) {
        try {
            outside.sleeper().sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw GivingUp.interrupted(call, interrupted);
        }
    }
}
