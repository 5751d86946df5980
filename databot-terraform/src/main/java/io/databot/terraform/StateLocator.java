package io.databot.terraform;

import java.util.List;
import java.util.Optional;

/** Finds where the state is. Asked before every read, for files come and workspaces change. */
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
     * A file that exists, or an object that may: only reading it tells.
     *
     * @param place the state
     * @param onlyFor the environment that the content must not contradict; empty if the place says enough
     * @param lookedAt what was looked at before, for messages
     * @param otherwise what is read if there is no such object
     */
    record Located(Place place, Optional<String> onlyFor, List<String> lookedAt, Optional<Located> otherwise) {

        static Located at(Place place) {
            return new Located(place, Optional.empty(), List.of(), Optional.empty());
        }

        Located or(Located next) {
            return new Located(place, onlyFor, lookedAt, Optional.of(next));
        }
    }
}
