package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.UnexpectedFailure;
import io.databot.spi.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * Who reads states that are kept elsewhere: what is built in, and what is found on the class path when that does not
 * suffice. Thread-safe.
 */
final class StateBackends implements AutoCloseable {

    private final List<StateBackend> builtIn;
    private Optional<List<StateBackend>> found = Optional.empty();

    StateBackends(List<StateBackend> builtIn) {
        this.builtIn = List.copyOf(builtIn);
    }

    /** Who reads states of a type of backend. */
    Optional<StateBackend> ofType(String type) {
        return first(backend -> backend.types().contains(type));
    }

    /** Who reads addresses of a scheme, which is in lower case. */
    Optional<StateBackend> ofScheme(String scheme) {
        return first(backend -> backend.schemes().contains(scheme));
    }

    private Optional<StateBackend> first(Predicate<StateBackend> wanted) {
        return builtIn.stream()
                .filter(wanted)
                .findFirst()
                .or(() -> found().stream().filter(wanted).findFirst());
    }

    private synchronized List<StateBackend> found() {
        List<StateBackend> all = found.orElseGet(StateBackends::load);
        found = Optional.of(all);
        return all;
    }

    private static List<StateBackend> load() {
        try {
            return ServiceLoader.load(StateBackend.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new UnexpectedFailure(
                    FailureDetails.of(
                            "find state",
                            "",
                            "an artifact on the class path that reads states cannot be loaded",
                            "See the cause; check that the versions of the artifacts belong together."),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        List<StateBackend> all = new ArrayList<>(builtIn);
        found.ifPresent(all::addAll);
        all.forEach(StateBackend::close);
    }
}
