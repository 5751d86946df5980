package io.databot.s3;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
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
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in Databot's words what the service or the SDK said. The SDK's exceptions quote what was received: none is kept. */
final class S3Failures {

    private static final String IDENTITY =
            "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, to an identity that may s3:GetObject it. Profiles"
                    + " with roles and single sign-on need the SDK's artifacts sts and sso on the class path.";
    private static final String LATER = "Try again later; if it stays so, ask whoever runs the service.";
    private static final Set<String> NO_IDENTITY = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "RequestTimeTooSkewed");
    private static final Set<String> THROTTLED =
            Set.of("SlowDown", "RequestLimitExceeded", "Throttling", "TooManyRequests");
    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    private final String shown;
    private final Duration timeout;

    S3Failures(String shown, Duration timeout) {
        this.shown = shown;
        this.timeout = timeout;
    }

    DatabotException answered(S3Exception e) {
        int status = e.statusCode();
        String code = code(e);
        String said = " (status " + status + (code.isEmpty() ? "" : ", " + code) + ")";
        if (code.equals("NoSuchBucket")) {
            return new BucketNotFoundFailure(
                    details("there is no such bucket" + said, "Check the bucket's name and the endpoint."));
        }
        if (status == 404) {
            return missing("there is no such object" + said);
        }
        if (NO_IDENTITY.contains(code) || status == 401) {
            return new NotAuthenticatedFailure(details(
                    "the service does not accept the identity" + said, IDENTITY + " Check this machine's clock too."));
        }
        if (ELSEWHERE.contains(code) || (status >= 300 && status < 400)) {
            return new InvalidRequestFailure(details(
                    "the bucket is in another region" + said,
                    "Set the backend's region, or AWS_REGION, to the bucket's."));
        }
        if (THROTTLED.contains(code) || status == 429) {
            return new ThrottledFailure(later(e, "the service asks for fewer requests" + said));
        }
        return byStatus(e, status, said);
    }

    private DatabotException byStatus(S3Exception e, int status, String said) {
        return switch (status) {
            case 403 ->
                new AccessDeniedFailure(details(
                        "the identity may not read it" + said,
                        IDENTITY + " Without s3:ListBucket the service answers so too if there is no such object."));
            case 408, 500, 502, 503, 504 -> new UnavailableFailure(later(e, "the service cannot answer now" + said));
            default ->
                status >= 400 && status < 500
                        ? new InvalidRequestFailure(
                                details("the service refuses the request" + said, "Check bucket, key and endpoint."))
                        : new UnexpectedFailure(details(
                                "the service gave an answer that means nothing here" + said, "Check the endpoint."));
        };
    }

    /** What went wrong before there was an answer. */
    DatabotException of(SdkException e) {
        if (e instanceof AbortedException || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            return new InterruptedFailure(details("interrupted while it was read", "Read again."));
        }
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return late();
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return broken(io);
            }
        }
        return new UnexpectedFailure(details(
                "the request could not be made (" + e.getClass().getSimpleName() + ")", "Check key and endpoint."));
    }

    DatabotException broken(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return late();
        }
        if (e instanceof SSLException) {
            return new UnavailableFailure(details(
                    "no secure connection could be made",
                    "If the service's certificate is of an authority of your own, add that to Java's trust store."));
        }
        return new UnavailableFailure(details(
                        "the service cannot be reached, or the connection broke ("
                                + e.getClass().getSimpleName() + ")",
                        "Check the endpoint, the network and the proxy.")
                .asRetryable());
    }

    void requireTime(long end) {
        if (System.nanoTime() - end >= 0) {
            throw late();
        }
    }

    private UnavailableFailure late() {
        return new UnavailableFailure(details(
                        "the service did not answer within " + timeout,
                        "Try again later, or raise the setting state.request-timeout.")
                .asRetryable());
    }

    NotFoundFailure missing(String reason) {
        return new NotFoundFailure(details(reason, "Run terraform apply, or select the workspace that has a state."));
    }

    StateFailure tooLarge(long size, long limit) {
        return new StateFailure(
                StateFailure.Problem.TOO_LARGE,
                details(
                        "it has " + size + " bytes or more; the limit is " + limit,
                        "If it is a state, raise the setting state.max-size."));
    }

    InvalidRequestFailure withoutRegion() {
        return new InvalidRequestFailure(
                details("nothing says in which region the bucket is", "Set the backend's region, or AWS_REGION."));
    }

    NotAuthenticatedFailure withoutIdentity() {
        return new NotAuthenticatedFailure(details("there is no identity to read it as", IDENTITY));
    }

    private FailureDetails later(S3Exception e, String reason) {
        FailureDetails details = details(reason, LATER).asRetryable();
        return Optional.ofNullable(e.awsErrorDetails())
                .flatMap(answer -> answer.sdkHttpResponse().firstMatchingHeader("Retry-After"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> details.withRetryAfter(Duration.ofSeconds(Long.parseLong(text))))
                .orElse(details);
    }

    /** The service's word for it; nothing that is not one. */
    private static String code(S3Exception e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.errorCode()))
                .filter(code -> code.matches("[A-Za-z]{1,60}"))
                .orElse("");
    }

    private FailureDetails details(String reason, String remedy) {
        return FailureDetails.of("read state", shown, reason, remedy);
    }
}
