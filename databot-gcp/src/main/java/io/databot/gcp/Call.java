package io.databot.gcp;

import io.databot.storage.BucketName;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import io.databot.storage.StorageOption;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One call of the port: what it does and where, for its failures, and the time that it has. Immutable. */
final class Call {

    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final String operation;
    private final String resource;
    private final Options options;
    private final Optional<Long> deadline;

    private Call(String operation, String resource, Options options, Optional<Long> deadline) {
        this.operation = operation;
        this.resource = resource;
        this.options = options;
        this.deadline = deadline;
    }

    static Call of(String operation, ObjectRef object, StorageOption... options) {
        return of(operation, "gs://" + object, Options.of(options));
    }

    static Call of(String operation, ObjectRef source, ObjectRef target, StorageOption... options) {
        return of(operation, "gs://" + source + " to gs://" + target, Options.of(options));
    }

    static Call of(String operation, BucketName bucket, StorageOption... options) {
        return of(operation, "gs://" + bucket, Options.of(options));
    }

    /** Its time runs from now on. */
    static Call of(String operation, String resource, Options options) {
        return new Call(
                operation,
                resource,
                options,
                options.timeout()
                        .map(time -> System.nanoTime()
                                + Math.min(time.toNanos(), Duration.ofDays(365).toNanos())));
    }

    /** A later step of the same work with the whole time once more. */
    Call again() {
        return of(operation, resource, options);
    }

    String operation() {
        return operation;
    }

    String resource() {
        return resource;
    }

    Options options() {
        return options;
    }

    /** What is left of the call's time; empty if it is not bounded; negative or zero if it is over. */
    Optional<Duration> remaining() {
        return deadline.map(end -> Duration.ofNanos(end - System.nanoTime()));
    }

    boolean expired() {
        return remaining().filter(left -> left.isNegative() || left.isZero()).isPresent();
    }

    /** The call that this thread is in; Google's clients have no other way to hand one on. */
    static Optional<Call> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs a step with this as the thread's call. */
    <T> T current(Step<T> step) throws IOException {
        Optional<Call> outer = current();
        CURRENT.set(this);
        try {
            return step.run();
        } finally {
            outer.ifPresentOrElse(CURRENT::set, CURRENT::remove);
        }
    }

    /** Part of a call. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
