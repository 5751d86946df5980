package io.databot.terraform;

import io.databot.state.StateSnapshot;
import io.databot.terraform.StateLocator.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One read from end to end: find the file, read it, and see that it is the environment's. */
final class SnapshotLoader {

    private final StateLocator locator;
    private final PatientReader reader;

    SnapshotLoader(StateLocator locator, PatientReader reader) {
        this.locator = locator;
        this.reader = reader;
    }

    /** @throws io.databot.failure.DatabotException as {@link TerraformState#read} */
    StateSnapshot load(Patience patience) {
        Located located = locator.locate();
        StateSnapshot snapshot = reader.read(located.file(), patience);
        located.onlyFor().ifPresent(environment -> requireNoContradiction(located, snapshot, environment));
        return snapshot;
    }

    private static void requireNoContradiction(Located located, StateSnapshot snapshot, String environment) {
        Optional<String> contradiction = Contradiction.in(snapshot, environment);
        if (contradiction.isPresent()) {
            List<String> lookedAt = new ArrayList<>(located.lookedAt());
            lookedAt.add(located.file() + " (not taken: " + contradiction.get() + ")");
            throw EnvironmentSearch.notFound(environment, lookedAt);
        }
    }
}
