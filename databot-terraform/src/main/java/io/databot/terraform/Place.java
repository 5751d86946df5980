package io.databot.terraform;

import io.databot.spi.RemoteState;
import io.databot.storage.ObjectRef;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where a state is. Its text is for people, and is the origin of what is read there. */
sealed interface Place {

    /** Whose state it is, if that is known. */
    Optional<String> workspace();

    /** A file of this machine. */
    record LocalFile(Path path) implements Place {

        @Override
        public Optional<String> workspace() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * An object in Google Cloud Storage.
     *
     * @param object the state
     * @param workspace whose state it is, if that is known
     * @param traits what in the backend's configuration matters to whoever cannot read it
     */
    record GcsObject(ObjectRef object, Optional<String> workspace, Set<GcsBackend.Trait> traits) implements Place {

        @Override
        public String toString() {
            return "gs://" + object;
        }
    }

    /** A state that one of the {@link StateBackends} reads. */
    record Remote(RemoteState state) implements Place {

        @Override
        public Optional<String> workspace() {
            return state.workspace();
        }

        @Override
        public String toString() {
            return state.toString();
        }
    }
}
