package io.databot.terraform;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnexpectedFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in Databot's words what a server answered, or that it did not. Nothing of the answer's content is told. */
final class HttpFailures {

    private static final String LATER = "Try again later; if it stays so, ask whoever runs the service.";

    private final String shown;
    private final String identityRemedy;
    private final Clock clock;

    /**
     * @param shown the state's address, without secrets
     * @param identityRemedy how to give an identity that may read it
     */
    HttpFailures(String shown, String identityRemedy, Clock clock) {
        this.shown = shown;
        this.identityRemedy = identityRemedy;
        this.clock = clock;
    }

    /** An answer that is neither content nor that there is none. */
    DatabotException answered(HttpAnswer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 ->
                new NotAuthenticatedFailure(
                        details("the service does not accept the identity (status 401)", identityRemedy));
            case 403 -> new AccessDeniedFailure(details("the identity may not read it (status 403)", identityRemedy));
            case 429 -> new ThrottledFailure(later(answer, "the service asks for fewer requests (status 429)"));
            case 408, 500, 502, 503, 504 ->
                new UnavailableFailure(later(answer, "the service cannot answer now (status " + status + ")"));
            default ->
                status >= 400 && status < 500
                        ? new InvalidRequestFailure(details(
                                "the service refuses the request (status " + status + ")", "Check the address."))
                        : new UnexpectedFailure(details(
                                "the service gave an answer that means nothing here (status " + status + ")",
                                "Check that the address is that of a state."));
        };
    }

    NotFoundFailure missing(String reason, String remedy) {
        return new NotFoundFailure(details(reason, remedy));
    }

    /** A request that would not get anywhere; nothing was sent. */
    NotAuthenticatedFailure withoutIdentity(String reason) {
        return new NotAuthenticatedFailure(details(reason, identityRemedy));
    }

    /** The service answered, and not as the protocol has it. */
    UnexpectedFailure meaningless() {
        return new UnexpectedFailure(details(
                "the service gave an answer that means nothing here", "Check the host and what answers there."));
    }

    InvalidRequestFailure misaddressed(String reason) {
        return new InvalidRequestFailure(details(reason, "Correct the address, or the service's configuration."));
    }

    StateFailure tooLarge(long size, long limit) {
        return new Refusals(shown).tooLarge(size, limit);
    }

    UnavailableFailure timeout(Duration timeout) {
        return new UnavailableFailure(details(
                        "the service did not answer within " + timeout,
                        "Try again later, or raise the setting state.request-timeout.")
                .asRetryable());
    }

    InterruptedFailure interrupted(InterruptedException e) {
        return new InterruptedFailure(details("interrupted while it was read", "Read again."), e);
    }

    /** The causes that are kept say nothing of what was sent or received. */
    DatabotException io(IOException e) {
        if (find(e, SSLException.class) instanceof SSLException tls) {
            return new UnavailableFailure(
                    details(
                            "no secure connection could be made",
                            "See the cause. If the service's certificate is of an authority of your own, add that to Java's"
                                    + " trust store."),
                    tls);
        }
        FailureDetails details = details(reason(e), "Check the host's name, the network and the proxy.")
                .asRetryable();
        return e instanceof ConnectException ? new UnavailableFailure(details, e) : new UnavailableFailure(details);
    }

    private static String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException || e instanceof ConnectException) {
            return "the service cannot be reached";
        }
        return "the connection broke (" + e.getClass().getSimpleName() + ")";
    }

    private static <E extends Throwable> Throwable find(Throwable failure, Class<E> type) {
        Throwable cause = failure;
        while (!type.isInstance(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private FailureDetails later(HttpAnswer answer, String reason) {
        FailureDetails details = details(reason, LATER).asRetryable();
        return answer.header("Retry-After")
                .flatMap(this::wait)
                .map(details::withRetryAfter)
                .orElse(details);
    }

    /** Seconds, or a date. */
    private Optional<Duration> wait(String text) {
        try {
            String plain = text.strip();
            Duration wait = plain.chars().allMatch(c -> c >= '0' && c <= '9') && plain.length() <= 9
                    ? Duration.ofSeconds(Long.parseLong(plain))
                    : Duration.between(clock.instant(), date(plain));
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private FailureDetails details(String reason, String remedy) {
        return FailureDetails.of(Refusals.OPERATION, shown, reason, remedy);
    }
}
