package io.databot.resilience;

import io.databot.failure.DatabotException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One call as its caller saw it: retries and waits included.
 *
 * @param operation such as {@code put} or {@code read state}; one of few
 * @param resourceKind {@code object}, {@code bucket} or {@code state}
 * @param attempts how many times it was sent
 * @param duration how long it took
 * @param failure why it failed, if it did
 */
public record CallRecord(
        String operation, String resourceKind, int attempts, Duration duration, Optional<Throwable> failure) {

    public CallRecord {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(resourceKind, "resourceKind");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(failure, "failure");
    }

    /** {@code success}, or the failure's class without its ending, such as {@code NotFound}; one of few. */
    public String outcome() {
        return failure.map(CallRecord::nameOf).orElse("success");
    }

    private static String nameOf(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        boolean ours = failure instanceof DatabotException && name.endsWith("Failure");
        return ours ? name.substring(0, name.length() - "Failure".length()) : name;
    }
}
