package io.databot.resilience;

import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.OutcomeUnknownFailure;

/** What the caller gets when no attempt is left. */
final class GivingUp {

    private static final String DOUBT = "Whether it took effect is not known.";

    private GivingUp() {}

    /** The last failure, with the number of attempts. */
    static DatabotException after(Call call, DatabotException failure) {
        if (call.refusal().isPresent() && !decides(failure)) {
            return blind(call, failure);
        }
        boolean doubtful = call.repeat() != Repeat.SAFE && call.lost() && RepeatRule.mendable(failure);
        return counted(call, failure, doubtful ? DOUBT : "");
    }

    private static boolean decides(DatabotException failure) {
        return failure instanceof ConditionFailedFailure
                || failure instanceof OutcomeUnknownFailure
                || failure instanceof InterruptedFailure;
    }

    /** The failure of a write that would have been repeated if a condition guarded it; says so. */
    static DatabotException unguarded(Call call, DatabotException failure) {
        String guards = call.action().guards();
        return counted(
                call,
                failure,
                DOUBT
                        + " It was not repeated, because without a condition a repeat could undo what another client wrote"
                        + " meanwhile. To have it repeated, "
                        + (guards.isEmpty() ? "" : "give " + guards + ", or ")
                        + "set databot." + ResilienceSettings.UNCONDITIONAL_WRITES.key() + " to always.");
    }

    /** The failure with the number of attempts, and with more to its remedy. */
    static DatabotException counted(Call call, DatabotException failure, String more) {
        FailureDetails details = failure.details();
        return failure.with(details.withAttempts(Math.max(details.attempts(), call.attempts()))
                .withRemedy(join(details.remedy(), more)));
    }

    private static String join(String text, String more) {
        return text.isEmpty() || more.isEmpty() ? text + more : text + " " + more;
    }

    /** The time is over, or too short for another attempt. */
    static DeadlineExceededFailure late(Call call) {
        return late(
                call,
                call.last()
                        .map(last ->
                                "; the last attempt failed: " + last.details().reason())
                        .orElse(""));
    }

    /** The time was spent with waiting for a free place. */
    static DeadlineExceededFailure crowded(Call call, int places) {
        return late(call, "; all " + places + " places for calls at the same time were taken");
    }

    private static DeadlineExceededFailure late(Call call, String why) {
        FailureDetails details = FailureDetails.of(
                        call.action().text(),
                        where(call),
                        "the " + Nanos.text(call.budget()) + " that the call may take are not enough" + why,
                        (call.action().takesTimeout() ? "Give it a longer Timeout, or raise" : "Raise") + " databot."
                                + settingOf(call) + ".")
                .withAttempts(call.attempts())
                .asRetryable();
        return call.last()
                .map(last -> new DeadlineExceededFailure(details, last))
                .orElseGet(() -> new DeadlineExceededFailure(details));
    }

    private static String settingOf(Call call) {
        return (call.action().span() == Action.Span.SHORT
                        ? ResilienceSettings.DEADLINE
                        : ResilienceSettings.BULK_DEADLINE)
                .key();
    }

    static InterruptedFailure interrupted(Call call, InterruptedException cause) {
        InterruptedFailure failure = new InterruptedFailure(
                FailureDetails.of(
                                call.action().text(),
                                where(call),
                                "the thread was interrupted while it waited",
                                call.lost() && call.repeat() != Repeat.SAFE ? DOUBT : "")
                        .withAttempts(call.attempts()),
                cause);
        call.last().ifPresent(failure::addSuppressed);
        return failure;
    }

    /** A repeat was refused, and what became of the first attempt cannot be seen. */
    private static OutcomeUnknownFailure blind(Call call, DatabotException failure) {
        OutcomeUnknownFailure unknown = new OutcomeUnknownFailure(
                unknown(
                        call,
                        "looking at the object failed: " + failure.details().reason()),
                failure);
        call.refusal().ifPresent(unknown::addSuppressed);
        return unknown;
    }

    /** A repeat was refused, and what is there now does not tell what became of the first attempt. */
    static OutcomeUnknownFailure undecided(Call call, String seen) {
        return new OutcomeUnknownFailure(unknown(call, seen), call.refused());
    }

    private static FailureDetails unknown(Call call, String seen) {
        return FailureDetails.of(
                        call.action().text(),
                        where(call),
                        "the reply to an attempt was lost, a repeat found the condition not to hold, and " + seen,
                        "Look at the object and decide whether the call is still needed.")
                .withAttempts(call.attempts());
    }

    /** As the adapter names it, if it spoke. */
    private static String where(Call call) {
        return call.refusal()
                .map(DatabotException.class::cast)
                .or(call::last)
                .map(failure -> failure.details().resource())
                .orElseGet(call::resource);
    }
}
