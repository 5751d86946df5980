package io.databot.failure;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What a failure says: what was done, where, why it failed, and what to do about it.
 *
 * <p>None of the texts may hold a secret; they end up in logs.
 *
 * @param operation what was attempted, such as {@code put} or {@code read state}
 * @param resource where, such as {@code gs://acme-dev-data/a.csv}
 * @param reason why it failed, one clause without a final stop
 * @param remedy what the reader can do, one or more sentences; empty when nothing can be said
 * @param attempts how many times the call was sent by the layer that owns its retry; 0 when nobody counted yet
 * @param retryable whether the same call may succeed if it is made again later
 * @param retryAfter how long the service asked to wait; zero when it did not say
 */
public record FailureDetails(
        String operation,
        String resource,
        String reason,
        String remedy,
        int attempts,
        boolean retryable,
        Duration retryAfter)
        implements Serializable {

    public FailureDetails {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /** Details of a failure that repeating the call will not mend. */
    public static FailureDetails of(String operation, String resource, String reason, String remedy) {
        return new FailureDetails(operation, resource, reason, remedy, 0, false, Duration.ZERO);
    }

    /** The same details, marked as worth another try. */
    public FailureDetails asRetryable() {
        return new FailureDetails(operation, resource, reason, remedy, attempts, true, retryAfter);
    }

    /** The same details, after {@code count} attempts. */
    public FailureDetails withAttempts(int count) {
        return new FailureDetails(operation, resource, reason, remedy, count, retryable, retryAfter);
    }

    /** The same details with another remedy. */
    public FailureDetails withRemedy(String text) {
        return new FailureDetails(operation, resource, reason, text, attempts, retryable, retryAfter);
    }

    /** The same details with the wait that the service asked for. */
    public FailureDetails withRetryAfter(Duration wait) {
        return new FailureDetails(operation, resource, reason, remedy, attempts, retryable, wait);
    }

    /** One line: what, where, why, how often, what to do. */
    public String message() {
        StringBuilder text = new StringBuilder(operation);
        if (!resource.isEmpty()) {
            text.append(' ').append(resource);
        }
        text.append(": ").append(reason);
        if (attempts > 1) {
            text.append(" (after ").append(attempts).append(" attempts)");
        }
        if (!remedy.isEmpty()) {
            text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ").append(remedy);
        }
        return text.toString();
    }
}
