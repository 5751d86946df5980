package io.databot.resilience;

import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.ThrottledFailure;

/** Which failures of which calls are worth another attempt. */
final class RepeatRule {

    private final UnconditionalWrites unguarded;

    RepeatRule(UnconditionalWrites unguarded) {
        this.unguarded = unguarded;
    }

    boolean allows(Call call, DatabotException failure) {
        if (failure.details().attempts() > 0) {
            return false; // whoever counted has tried again as often as it is worth
        }
        if (failure instanceof ThrottledFailure) {
            return true; // the service says that it did nothing
        }
        return mendable(failure) && !lacksGuard(call);
    }

    /** An attempt that ran out of its own time may be repeated in what the call has left. */
    static boolean mendable(DatabotException failure) {
        return failure.retryable() || failure instanceof DeadlineExceededFailure;
    }

    private boolean lacksGuard(Call call) {
        boolean looking = call.refusal().isPresent();
        return !looking && call.repeat() == Repeat.UNGUARDED && unguarded == UnconditionalWrites.NEVER;
    }

    /** Whether a condition, or a setting, is all that keeps it from being repeated. */
    boolean wantsGuard(Call call, DatabotException failure) {
        return failure.details().attempts() == 0 && mendable(failure) && !allows(call, failure);
    }
}
