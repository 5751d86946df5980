package io.databot.terraform;

import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import io.databot.terraform.StateLocator.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One read from end to end: find the place, read it, and see that it is the environment's. */
final class SnapshotLoader {

    private final StateLocator locator;
    private final PatientReader files;
    private final GcsReader objects;
    private final RemoteReader remotes;

    SnapshotLoader(StateLocator locator, PatientReader files, GcsReader objects, RemoteReader remotes) {
        this.locator = locator;
        this.files = files;
        this.objects = objects;
        this.remotes = remotes;
    }

    /** @throws io.databot.failure.DatabotException as {@link TerraformState#read} */
    State load(Patience patience) {
        Located located = locator.locate();
        while (true) {
            try {
                return load(located, patience);
            } catch (BucketNotFoundFailure e) {
                throw e;
            } catch (NotFoundFailure e) {
                located = located.otherwise().orElseThrow(() -> e);
            }
        }
    }

    /** The file that would be read now; empty if it is none, or cannot be told. */
    Optional<Path> file() {
        try {
            return locator.locate().place() instanceof Place.LocalFile local
                    ? Optional.of(local.path())
                    : Optional.empty();
        } catch (DatabotException e) {
            return Optional.empty();
        }
    }

    private State load(Located located, Patience patience) {
        State snapshot = read(located, patience);
        located.onlyFor().ifPresent(environment -> requireNoContradiction(located, snapshot, environment));
        return snapshot;
    }

    private State read(Located located, Patience patience) {
        Place place = located.place();
        if (place instanceof Place.LocalFile file) {
            return files.read(file.path(), patience);
        }
        try {
            return place instanceof Place.GcsObject object ? objects.read(object) : remotes.read((Place.Remote) place);
        } catch (OutOfMemoryError e) {
            throw new Refusals(place.toString()).outOfMemory();
        } catch (BucketNotFoundFailure e) {
            throw e;
        } catch (NotFoundFailure e) {
            throw located.lookedAt().isEmpty() ? e : withPlaces(e, located.lookedAt());
        }
    }

    private static DatabotException withPlaces(NotFoundFailure e, List<String> lookedAt) {
        FailureDetails details = e.details();
        return e.with(FailureDetails.of(
                details.operation(),
                details.resource(),
                details.reason() + "; looked also at " + String.join(", ", lookedAt),
                details.remedy()));
    }

    private static void requireNoContradiction(Located located, State snapshot, String environment) {
        Optional<String> contradiction = Contradiction.in(snapshot, environment);
        if (contradiction.isPresent()) {
            List<String> lookedAt = new ArrayList<>(located.lookedAt());
            lookedAt.add(located.place() + " (not taken: " + contradiction.get() + ")");
            throw EnvironmentSearch.notFound(environment, lookedAt);
        }
    }
}
