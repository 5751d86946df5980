package io.databot.resilience;

/** Gives every call its time: what the caller asked for, else what the settings say. The layers below spend it. */
final class Deadlines implements CallPolicy {

    private final long usual;
    private final long bulk;
    private final Outside outside;
    private final CallPolicy next;

    Deadlines(ResilienceSettings settings, Outside outside, CallPolicy next) {
        this.usual = Nanos.of(settings.deadline());
        this.bulk = Nanos.of(settings.bulkDeadline());
        this.outside = outside;
        this.next = next;
    }

    @Override
    public <T> T call(Call call, Attempt<T> attempt) {
        call.begin(outside.nanos().getAsLong(), timeFor(call));
        return next.call(call, attempt);
    }

    private long timeFor(Call call) {
        if (call.timeout() > 0) {
            return call.timeout();
        }
        return call.action().span() == Action.Span.SHORT ? usual : bulk;
    }
}
