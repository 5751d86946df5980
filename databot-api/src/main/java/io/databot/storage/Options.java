package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options of one call, looked up by type. For adapters: a call's varargs in, questions answered.
 *
 * <p>{@code Options.of(options).find(IfAbsent.class)}
 */
public final class Options {

    private final List<StorageOption> options;

    private Options(List<StorageOption> options) {
        this.options = options;
    }

    /** @throws InvalidRequestFailure if one type of option is there twice */
    public static Options of(StorageOption[] given) {
        List<StorageOption> options = List.of(given);
        for (int i = 1; i < given.length; i++) {
            for (int j = 0; j < i; j++) {
                if (kindOf(given[i]) == kindOf(given[j])) {
                    throw new InvalidRequestFailure(FailureDetails.of(
                            "read options",
                            given[j] + " and " + given[i],
                            "one call takes one option of a kind",
                            "Drop one of them."));
                }
            }
        }
        return new Options(options);
    }

    /** The ranges are one kind; so are "absent" and "of this generation", which exclude each other. */
    private static Class<?> kindOf(StorageOption option) {
        if (option instanceof ByteRange) {
            return ByteRange.class;
        }
        return option instanceof IfAbsent ? IfGeneration.class : option.getClass();
    }

    /** The option of this type, if it was given. */
    public <O extends StorageOption> Optional<O> find(Class<O> type) {
        for (StorageOption option : options) {
            if (type.isInstance(option)) {
                return Optional.of(type.cast(option));
            }
        }
        return Optional.empty();
    }

    /** Whether an option of this type was given. */
    public boolean has(Class<? extends StorageOption> type) {
        return find(type).isPresent();
    }

    /** The metadata to write; nothing said when none was given. */
    public ObjectMetadata metadata() {
        return find(ObjectMetadata.class).orElse(ObjectMetadata.none());
    }

    /** How long the call may take, if it is bounded. */
    public Optional<Duration> timeout() {
        return find(Timeout.class).map(Timeout::duration);
    }
}
