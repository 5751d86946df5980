package io.databot.resilience;

import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.failure.UnsupportedFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Stops asking a service that is down. Opens when too many of the last attempts failed because the service was not there;
 * whatever the service answers, "no" included, shows that it is. While open, calls fail at once and are not repeated.
 */
final class Breaking implements CallPolicy {

    private static final int TRIALS = 3;

    private final Outside outside;
    private final CallPolicy next;
    private final CircuitBreaker breaker;
    private final long openFor;
    private final int window;
    private volatile long openedAt;

    Breaking(String name, ResilienceSettings settings, Outside outside, CallPolicy next) {
        this.outside = outside;
        this.next = next;
        this.openFor = Nanos.of(settings.breakerOpenTime());
        this.window = settings.breakerWindow();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(window, window, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(settings.breakerFailureRate())
                        .permittedNumberOfCallsInHalfOpenState(Math.min(TRIALS, window))
                        .waitIntervalFunctionInOpenState(opened -> open())
                        .clock(new TickerClock(outside.nanos()))
                        .build());
    }

    /** Asked by resilience4j when it opens; a listener would make it build an event for every call. */
    private long open() {
        openedAt = outside.nanos().getAsLong();
        return TimeUnit.NANOSECONDS.toMillis(openFor);
    }

    @Override
    public <T> T call(Call call, Attempt<T> attempt) {
        if (!breaker.tryAcquirePermission()) {
            call.settle();
            throw refusal(call);
        }
        try {
            T result = next.call(call, attempt);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS); // slowness is not counted
            return result;
        } catch (RuntimeException | Error failure) {
            count(call, failure);
            throw failure;
        }
    }

    private void count(Call call, Throwable failure) {
        if (call.settled() || saysNothing(failure) || excused(call, failure)) {
            breaker.releasePermission();
        } else if (absence(failure)) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** A short timeout runs out soon, and a stream that broke had been open: only how its resumption goes counts. */
    private static boolean excused(Call call, Throwable failure) {
        boolean cutShort = failure instanceof DeadlineExceededFailure && call.shortened();
        boolean brokenStream = call.action() == Action.RESUME && call.tries() == 0;
        return cutShort || brokenStream;
    }

    private static boolean absence(Throwable failure) {
        return failure instanceof UnavailableFailure
                || failure instanceof DeadlineExceededFailure
                || (failure instanceof UnexpectedFailure unexpected && unexpected.retryable());
    }

    /** It did not come from the service, or tells that the service lives but is busy. */
    private static boolean saysNothing(Throwable failure) {
        return !(failure instanceof DatabotException)
                || failure instanceof ClosedFailure
                || failure instanceof InterruptedFailure
                || failure instanceof InvalidRequestFailure
                || failure instanceof UnsupportedFailure
                || failure instanceof ThrottledFailure;
    }

    private UnavailableFailure refusal(Call call) {
        boolean open = breaker.getState() == CircuitBreaker.State.OPEN;
        long wait = open ? Math.max(0, openedAt + openFor - outside.nanos().getAsLong()) : 0;
        FailureDetails details = FailureDetails.of(
                        call.action().text(),
                        call.resource(),
                        "the circuit breaker \"" + breaker.getName() + "\" is "
                                + (open ? "open" : "half-open and its trial calls are under way")
                                + ", because too many of the last " + window + " attempts found no service",
                        open
                                ? "Calls are tried again in " + Nanos.text(wait) + "."
                                : "Try again when the trial calls are over.")
                .withAttempts(call.attempts())
                .withRetryAfter(Duration.ofNanos(wait))
                .asRetryable();
        return call.last()
                .map(last -> new UnavailableFailure(details, last))
                .orElseGet(() -> new UnavailableFailure(details));
    }
}
