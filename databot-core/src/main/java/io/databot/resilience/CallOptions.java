package io.databot.resilience;

import io.databot.storage.AtGeneration;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfMetageneration;
import io.databot.storage.StorageOption;
import io.databot.storage.Timeout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the options of a call say to the layers; read without making an object, since every call comes by. */
final class CallOptions {

    private CallOptions() {}

    /** The time for the whole call in nanoseconds; 0 if the options do not say. */
    static long timeout(StorageOption[] options) {
        for (StorageOption option : options) {
            if (option instanceof Timeout timeout) {
                return Nanos.of(timeout.duration());
            }
        }
        return 0;
    }

    /** The same options with an option of this one's kind put in its place, or added. */
    static <O extends StorageOption> O[] with(O option, O[] given, Class<O[]> type) {
        int at = 0;
        while (at < given.length && given[at].getClass() != option.getClass()) {
            at++;
        }
        O[] changed = Arrays.copyOf(given, Math.max(given.length, at + 1), type);
        changed[at] = option;
        return changed;
    }

    /** Of put, copy and compose: whether a condition on the target keeps a repeat from writing twice. */
    static Repeat ofWrite(StorageOption[] options) {
        return guarded(options, List.of(IfAbsent.class, IfGeneration.class));
    }

    /** A patch applied twice to one generation is applied once; one guarded by the metageneration cannot be. */
    static Repeat ofUpdate(StorageOption[] options) {
        return guarded(options, List.of(IfGeneration.class, IfMetageneration.class));
    }

    /** A generation is deleted once, whoever asks and how often. */
    static Repeat ofDelete(StorageOption[] options) {
        return guarded(options, List.of(IfGeneration.class, AtGeneration.class));
    }

    private static Repeat guarded(StorageOption[] options, List<Class<? extends StorageOption>> guards) {
        for (StorageOption option : options) {
            if (guards.contains(option.getClass())) {
                return Repeat.GUARDED;
            }
        }
        return Repeat.UNGUARDED;
    }

    static <O extends StorageOption> Optional<O> find(StorageOption[] options, Class<O> type) {
        for (StorageOption option : options) {
            if (type.isInstance(option)) {
                return Optional.of(type.cast(option));
            }
        }
        return Optional.empty();
    }
}
