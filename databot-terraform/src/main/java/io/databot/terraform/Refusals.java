package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;

/** Makes the failures of one state file. None of them quotes what is in the file: states hold secrets. */
final class Refusals {

    static final String OPERATION = "read state";
    static final String PULL = "Write the state with: terraform state pull > FILE";

    private final String origin;

    Refusals(String origin) {
        this.origin = origin;
    }

    String origin() {
        return origin;
    }

    StateFailure refuse(Problem problem, String reason, String remedy) {
        return new StateFailure(problem, FailureDetails.of(OPERATION, origin, reason, remedy));
    }

    StateFailure refuse(Problem problem, String reason, String remedy, Throwable cause) {
        return new StateFailure(problem, FailureDetails.of(OPERATION, origin, reason, remedy), cause);
    }

    /** The JSON is that of a state, and a part of it does not fit the format. */
    StateFailure malformed(String reason) {
        return refuse(Problem.MALFORMED, reason, "Restore the state from its backend or a backup: do not edit it.");
    }

    StateFailure tooLarge(long size, long limit) {
        return refuse(
                Problem.TOO_LARGE,
                "it has " + size + " bytes; the limit is " + limit,
                "If it is a state, raise the setting state.max-size.");
    }

    /** It is smaller than the limit, and yet there is no room for it. */
    StateFailure outOfMemory() {
        return refuse(
                Problem.TOO_LARGE,
                "there is no room for it in the memory that this process may use, "
                        + Runtime.getRuntime().maxMemory() + " bytes",
                "Give the process more (-Xmx), or lower the setting state.max-size.");
    }

    StateFailure truncated(String reason) {
        return refuse(
                Problem.TRUNCATED,
                reason,
                "Terraform may be writing it now: try again. If it stays so, restore it from its backend or a backup.");
    }
}
