package io.databot.resilience;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import java.time.Duration;

/** Failures as adapters throw them. */
final class Failures {

    private Failures() {}

    static UnavailableFailure unavailable() {
        return new UnavailableFailure(details("the connection was reset").asRetryable());
    }

    static UnavailableFailure unavailableFor(Duration wait) {
        return new UnavailableFailure(details("come back later").asRetryable().withRetryAfter(wait));
    }

    static UnavailableFailure unavailableAfter(int attempts) {
        return new UnavailableFailure(details("the session broke").asRetryable().withAttempts(attempts));
    }

    static ThrottledFailure throttled() {
        return new ThrottledFailure(details("too many requests").asRetryable());
    }

    static DeadlineExceededFailure slow() {
        return new DeadlineExceededFailure(details("no answer in time"));
    }

    static AccessDeniedFailure denied() {
        return new AccessDeniedFailure(details("no permission"));
    }

    private static FailureDetails details(String reason) {
        return FailureDetails.of("send", "store://acme-data/a.csv", reason, "Try again.");
    }
}
