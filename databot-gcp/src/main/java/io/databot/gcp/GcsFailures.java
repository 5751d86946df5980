package io.databot.gcp;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.NotModifiedFailure;
import io.databot.failure.RangeNotSatisfiableFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.storage.IfAbsent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.http.conn.ConnectTimeoutException;

/**
 * Makes Databot's failures of whatever the service and its clients say.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/status-codes">Status codes of the JSON API</a>
 */
final class GcsFailures {

    private static final Set<String> RATES = Set.of("rateLimitExceeded", "userRateLimitExceeded");
    private static final Set<String> QUOTAS = Set.of("quotaExceeded", "dailyLimitExceeded", "limitExceeded");
    private static final Pattern PERMISSION = Pattern.compile("(\\S+) does not have ([a-zA-Z]+\\.[a-zA-Z.]+) access");
    private static final Pattern MISMATCH = Pattern.compile("(?i)(md5|crc32c|hash|checksum).*(match|differ)");
    private static final String LATER = "Try again later";
    private static final String NO_BUCKET = "the bucket does not exist";
    private static final String CREATE_BUCKET = "Check its name and the project, or create it with terraform apply";
    private static final String NO_OBJECT = "there is no such object";
    private static final String LIST_BUCKET = "List the bucket to see what there is";
    private static final int SHOWN = 300;

    private GcsFailures() {}

    /** The failure of a call that ended with this exception. A failure of ours comes back as it is. */
    static DatabotException of(Call call, Throwable thrown) {
        Optional<DatabotException> own = part(thrown, DatabotException.class);
        if (own.isPresent()) {
            return own.get();
        }
        Throwable cause = Scrubbed.of(thrown);
        if (isInterrupt(thrown)) {
            Thread.currentThread().interrupt();
            return new InterruptedFailure(
                    details(call, "the thread was interrupted", "Whether the call took effect is not known."), cause);
        }
        if (call.expired() && part(thrown, InterruptedIOException.class).isPresent()) {
            return new DeadlineExceededFailure(outOfTime(call).details(), cause);
        }
        return chain(thrown)
                .flatMap(part -> ServiceError.of(part).stream())
                .findFirst()
                .map(error -> of(call, error, cause))
                .orElseGet(() -> withoutReply(call, thrown, cause));
    }

    /** The failure that a refusal by the service is. */
    static DatabotException of(Call call, ServiceError error, Throwable cause) {
        return switch (error.status()) {
            case 304 -> new NotModifiedFailure(details(call, "the object is still of that generation", ""), cause);
            case 400 -> badRequest(call, error, cause);
            case 401 ->
                new NotAuthenticatedFailure(
                        refused(
                                call,
                                error,
                                "the service does not accept the credentials",
                                "Check databot.credentials.kind and that the key or login is not revoked"),
                        cause);
            case 403 -> forbidden(call, error, cause);
            case 404, 410 -> missing(call, error, cause);
            case 412 -> conditionFailed(call, error, cause);
            case 416 ->
                new RangeNotSatisfiableFailure(
                        refused(call, error, "the range starts past the object's end", ""), cause);
            case 429 -> throttled(call, error, cause);
            case 408, 409, 500, 502, 503, 504 ->
                new UnavailableFailure(
                        refused(call, error, "the service cannot answer now", LATER)
                                .asRetryable(),
                        cause);
            case 501 -> new UnsupportedFailure(refused(call, error, "the service does not support it", ""), cause);
            default -> other(call, error, cause);
        };
    }

    private static DatabotException badRequest(Call call, ServiceError error, Throwable cause) {
        if (MISMATCH.matcher(error.message()).find()) {
            return new CorruptedFailure(
                    refused(
                            call,
                            error,
                            "the content does not match its checksum",
                            "Nothing was published; compute the checksum anew and write again"),
                    cause);
        }
        return new InvalidRequestFailure(refused(call, error, "the service refuses the request", ""), cause);
    }

    private static DatabotException forbidden(Call call, ServiceError error, Throwable cause) {
        if (RATES.contains(error.reason())) {
            return throttled(call, error, cause);
        }
        if (QUOTAS.contains(error.reason())) {
            return new ThrottledFailure(
                    refused(call, error, "the project's quota is used up", "Raise the quota or wait for it to renew"),
                    cause);
        }
        Matcher matcher = PERMISSION.matcher(error.message());
        String remedy = matcher.find()
                ? "Grant a role with " + matcher.group(2) + " on the bucket to " + matcher.group(1)
                : "Check the roles of the identity that calls";
        return new AccessDeniedFailure(refused(call, error, "access denied", remedy), cause);
    }

    private static ThrottledFailure throttled(Call call, ServiceError error, Throwable cause) {
        return new ThrottledFailure(
                refused(call, error, "too many requests", "Slow down and try again")
                        .asRetryable(),
                cause);
    }

    private static DatabotException missing(Call call, ServiceError error, Throwable cause) {
        if (error.namesBucket()) {
            return new BucketNotFoundFailure(refused(call, error, NO_BUCKET, CREATE_BUCKET), cause);
        }
        return new NotFoundFailure(refused(call, error, NO_OBJECT, LIST_BUCKET), cause);
    }

    private static ConditionFailedFailure conditionFailed(Call call, ServiceError error, Throwable cause) {
        if (call.options().has(IfAbsent.class)) {
            return new AlreadyExistsFailure(
                    refused(
                            call,
                            error,
                            "the object exists already",
                            "Choose another key, or name the generation to replace"),
                    cause);
        }
        return new ConditionFailedFailure(
                refused(
                        call,
                        error,
                        "the object is not of the generation that the condition names",
                        "Read it again and decide anew"),
                cause);
    }

    private static DatabotException other(Call call, ServiceError error, Throwable cause) {
        FailureDetails details = refused(call, error, "the service answered with HTTP " + error.status(), "");
        if (error.status() >= 500) {
            return new UnavailableFailure(details.asRetryable(), cause);
        }
        return error.status() >= 400
                ? new InvalidRequestFailure(details, cause)
                : new UnexpectedFailure(details, cause);
    }

    /** No reply came, or one that is cut off; the same call may succeed later. */
    private static DatabotException withoutReply(Call call, Throwable thrown, Throwable cause) {
        if (part(thrown, CertificateException.class).isPresent()) {
            return new UnavailableFailure(
                    details(
                            call,
                            "the service's certificate is not trusted",
                            "Check databot.storage.host and the JVM's trust store."),
                    cause);
        }
        if (part(thrown, IOException.class).isEmpty()) {
            return new UnexpectedFailure(details(call, describe(thrown), ""), cause);
        }
        boolean slow = part(thrown, InterruptedIOException.class).isPresent();
        String reason = slow ? "the service did not answer in time" : "no answer from the service: " + describe(thrown);
        return new UnavailableFailure(
                details(call, reason, "Check the network and databot.storage.host, then try again.")
                        .asRetryable(),
                cause);
    }

    /** Apache's and the JDK's timeouts are kinds of {@link InterruptedIOException}, although no interrupt caused them. */
    private static boolean isInterrupt(Throwable thrown) {
        return Thread.currentThread().isInterrupted()
                || chain(thrown)
                        .anyMatch(part -> part instanceof ClosedByInterruptException
                                || part instanceof InterruptedException
                                || (part instanceof InterruptedIOException
                                        && !(part instanceof SocketTimeoutException)
                                        && !(part instanceof ConnectTimeoutException)));
    }

    static ClosedFailure closed(Call call) {
        return new ClosedFailure(details(call, "the storage service is closed", "Use it before close()."));
    }

    static DeadlineExceededFailure outOfTime(Call call) {
        String limit =
                call.options().timeout().map(time -> "no answer within " + time).orElse("no answer in time");
        return new DeadlineExceededFailure(
                details(call, limit, "Whether the call took effect is not known; allow more time."));
    }

    static CorruptedFailure corrupted(Call call, String reason, String remedy) {
        return new CorruptedFailure(details(call, reason, remedy));
    }

    static InvalidRequestFailure invalid(Call call, String reason, String remedy) {
        return new InvalidRequestFailure(details(call, reason, remedy));
    }

    static InvalidRequestFailure unreadable(Call call, IOException cause) {
        return new InvalidRequestFailure(
                details(call, "the content's source cannot be read: " + describe(cause), "Check the source."), cause);
    }

    static UnsupportedFailure unsupported(Call call, String reason, String remedy) {
        return new UnsupportedFailure(details(call, reason, remedy));
    }

    static UnavailableFailure sessionGone(Call call, Throwable cause) {
        return new UnavailableFailure(
                details(call, "the service has ended the upload session", "Begin the write anew."), cause);
    }

    /** The service tells of bytes that it was not sent, or no more of those that it had. */
    static UnexpectedFailure strayed(Call call, long kept) {
        return new UnexpectedFailure(details(
                call, "the service says that it has " + kept + " bytes, which cannot be", "Begin the write anew."));
    }

    /** The service takes nothing of what it is sent. */
    static UnavailableFailure stuck(Call call) {
        return new UnavailableFailure(details(call, "the service keeps none of the bytes that it is sent", LATER + ".")
                .asRetryable());
    }

    /** A condition on an object that is not there. */
    static ConditionFailedFailure nothingToCompare(Call call) {
        return new ConditionFailedFailure(
                details(call, "there is no object for the condition to hold of", "Read it again and decide anew."));
    }

    /** Whether the service said that it is the object that is missing. */
    static boolean namesObject(NotFoundFailure missing) {
        return chain(missing).flatMap(part -> ServiceError.of(part).stream()).anyMatch(ServiceError::namesObject);
    }

    static BucketNotFoundFailure noBucket(Call call) {
        return new BucketNotFoundFailure(details(call, NO_BUCKET, CREATE_BUCKET + "."));
    }

    static NotFoundFailure noObject(Call call) {
        return new NotFoundFailure(details(call, NO_OBJECT, LIST_BUCKET + "."));
    }

    /** The reply ended before its announced length. */
    static UnavailableFailure cutOff(Call call) {
        return new UnavailableFailure(details(call, "the connection broke in the middle of the content", "Try again.")
                .asRetryable());
    }

    private static FailureDetails refused(Call call, ServiceError error, String reason, String remedy) {
        String said = shorten(error.message());
        String why = said.isEmpty() ? reason : reason + " (" + said + ")";
        return details(call, why, remedy.isEmpty() ? "" : remedy + ".").withRetryAfter(error.retryAfter());
    }

    private static FailureDetails details(Call call, String reason, String remedy) {
        return FailureDetails.of(call.operation(), call.resource(), reason, remedy);
    }

    private static String describe(Throwable thrown) {
        String message = shorten(String.valueOf(thrown.getMessage()));
        return message.isEmpty() || message.equals("null") ? thrown.getClass().getSimpleName() : message;
    }

    private static String shorten(String text) {
        String line = Scrubbed.scrub(text).strip().replaceAll("\\s+", " ");
        String cut = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static <T extends Throwable> Optional<T> part(Throwable thrown, Class<T> type) {
        return chain(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, part -> part != null, Throwable::getCause).limit(20);
    }
}
