package io.databot.terraform;

import io.databot.failure.AmbiguousFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds an environment's state below a directory: in a directory of the environment's own, as a workspace of its name,
 * or in the directory itself. The first level that has any decides.
 */
final class EnvironmentSearch implements StateLocator {

    private static final List<String> PARENTS = List.of("terraform/environments", "environments", "envs");

    private final String environment;
    private final Path base;
    private final Surroundings surroundings;

    EnvironmentSearch(String environment, Path base, Surroundings surroundings) {
        this.environment = environment;
        this.base = base;
        this.surroundings = surroundings;
    }

    @Override
    public Located locate() {
        List<String> lookedAt = new ArrayList<>();
        return ownDirectory(lookedAt)
                .or(() -> baseDirectory(lookedAt))
                .orElseThrow(() -> notFound(environment, lookedAt));
    }

    /** No state, or only one that is another environment's. */
    static NotFoundFailure notFound(String environment, List<String> lookedAt) {
        return new NotFoundFailure(FailureDetails.of(
                "find state",
                "environment " + environment,
                "there is none; looked at " + String.join(", ", lookedAt),
                "Run terraform apply in one of these places, or set state.location (DATABOT_STATE) to the state file or"
                        + " its directory."));
    }

    private Optional<Located> ownDirectory(List<String> lookedAt) {
        Map<Path, RootModule> found = new LinkedHashMap<>();
        for (String parent : PARENTS) {
            Path directory = base.resolve(parent).resolve(environment);
            if (!Files.isDirectory(directory)) {
                lookedAt.add(directory.toString());
                continue;
            }
            RootModule root = new RootModule(directory, surroundings);
            Path state = root.stateOf(root.selectedWorkspace());
            if (root.remoteBackend().isPresent()) {
                found.putIfAbsent(real(directory), root);
            } else if (FileBytes.exist(state)) {
                found.putIfAbsent(real(state), root);
            } else {
                lookedAt.add(LookedAt.missing(state));
            }
        }
        if (found.size() > 1) {
            throw ambiguous(found.values().stream().map(this::shown).toList());
        }
        return found.values().stream().findFirst().map(root -> Located.at(root.selectedPlace()));
    }

    private Optional<Located> baseDirectory(List<String> lookedAt) {
        RootModule root = new RootModule(base, surroundings);
        if (root.remoteBackend().isPresent()) {
            return remoteBase(root, lookedAt);
        }
        Path own = root.stateOf(environment);
        if (FileBytes.exist(own)) {
            return Optional.of(Located.at(new Place.LocalFile(own)));
        }
        lookedAt.add(LookedAt.missing(own));
        String workspace = root.selectedWorkspace();
        Path selected = root.stateOf(workspace);
        if (!workspace.equals(RootModule.DEFAULT_WORKSPACE)) {
            lookedAt.add(notTaken(selected, workspace));
            return Optional.empty();
        }
        if (!FileBytes.exist(selected)) {
            lookedAt.add(LookedAt.missing(selected));
            return Optional.empty();
        }
        return Optional.of(onlyForThis(new Place.LocalFile(selected), lookedAt));
    }

    /** Whether the workspace of the name has a state, only reading it tells. */
    private Optional<Located> remoteBase(RootModule root, List<String> lookedAt) {
        Optional<Place> own = root.placeOf(environment);
        Optional<Located> first =
                own.map(place -> new Located(place, Optional.empty(), List.copyOf(lookedAt), Optional.empty()));
        Place selected = root.selectedPlace();
        if (own.isPresent() && own.get().equals(selected)) {
            return first;
        }
        String workspace = selected.workspace().orElse(RootModule.DEFAULT_WORKSPACE);
        if (isAnother(workspace, own)) {
            lookedAt.add(notTaken(selected, workspace));
            return own.map(place -> new Located(place, Optional.empty(), lookedAt, Optional.empty()));
        }
        own.ifPresent(place -> lookedAt.add(place.toString()));
        Located second = onlyForThis(selected, lookedAt);
        return Optional.of(first.map(one -> one.or(second)).orElse(second));
    }

    /** Where a backend cannot have a workspace of the name, the one it has may say the name among other words. */
    private boolean isAnother(String workspace, Optional<Place> own) {
        return !workspace.equals(RootModule.DEFAULT_WORKSPACE)
                && (own.isPresent() || !words(workspace).contains(words(environment)));
    }

    private static String words(String name) {
        return "-" + name.replace('_', '-').replace('.', '-') + "-";
    }

    private Located onlyForThis(Place place, List<String> lookedAt) {
        return new Located(place, Optional.of(environment), lookedAt, Optional.empty());
    }

    private static String notTaken(Object place, String workspace) {
        return place + " (not taken: another workspace, " + workspace + ", is selected)";
    }

    private String shown(RootModule root) {
        return root.remoteBackend()
                .map(type -> root.directory() + " (backend " + type + ")")
                .orElseGet(() -> root.stateOf(root.selectedWorkspace()).toString());
    }

    private AmbiguousFailure ambiguous(List<String> candidates) {
        return new AmbiguousFailure(
                FailureDetails.of(
                        "find state",
                        "environment " + environment,
                        "there are several: " + String.join(", ", candidates),
                        "Set state.location (DATABOT_STATE) to the one that is meant."),
                candidates);
    }

    /** So that one place under two names counts once. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }
}
