package io.databot.terraform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the file that holds the state. Asked before every read, for files come and workspaces change. */
@FunctionalInterface
interface StateLocator {

    /**
     * Where the state is now.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none
     * @throws io.databot.failure.AmbiguousFailure if there are several
     * @throws io.databot.failure.UnsupportedFailure if it is where this adapter does not reach
     */
    Located locate();

    /**
     * A file that exists.
     *
     * @param file the state file
     * @param onlyFor the environment that the content must not contradict; empty if the place says enough
     * @param lookedAt what was looked at before, for messages
     */
    record Located(Path file, Optional<String> onlyFor, List<String> lookedAt) {

        static Located at(Path file) {
            return new Located(file, Optional.empty(), List.of());
        }
    }
}
