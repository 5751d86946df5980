package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A location that someone named: a state file, a directory in which Terraform is run, or an address. */
final class NamedLocation implements StateLocator {

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);

    private final String location;
    private final Path base;
    private final Optional<String> environment;
    private final Surroundings surroundings;

    /**
     * @param base what a relative path is relative to
     * @param environment whose workspace is meant if the location is a directory that has one of that name
     */
    NamedLocation(String location, Path base, Optional<String> environment, Surroundings surroundings) {
        this.location = location;
        this.base = base;
        this.environment = environment;
        this.surroundings = surroundings;
    }

    @Override
    public Located locate() {
        if (location.regionMatches(true, 0, "gs://", 0, 5)) {
            String workspace = RootModule.workspaceOf(surroundings, location).orElse(RootModule.DEFAULT_WORKSPACE);
            return Located.at(GcsBackend.at(location, workspace));
        }
        Optional<Place> remote = scheme().flatMap(this::remote);
        if (remote.isPresent()) {
            return Located.at(remote.get());
        }
        Path path = path();
        if (!FileBytes.exist(path)) {
            throw notFound(path.toString(), "there is no such file or directory");
        }
        return Files.isDirectory(path) ? stateIn(path) : Located.at(new Place.LocalFile(path));
    }

    private Optional<String> scheme() {
        Matcher address = ADDRESS.matcher(location);
        return address.matches() ? Optional.of(address.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private Optional<Place> remote(String scheme) {
        if (scheme.equals("file")) {
            return Optional.empty();
        }
        return Optional.of(new Place.Remote(surroundings
                .backends()
                .ofScheme(scheme)
                .orElseThrow(() -> Elsewhere.address(scheme))
                .at(location, surroundings.variables())));
    }

    private Path path() {
        try {
            return scheme().isEmpty() ? base.resolve(location).normalize() : Path.of(URI.create(location));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new InvalidRequestFailure(
                    FailureDetails.of(
                            "find state",
                            "state.location",
                            "the setting is neither a path nor an address",
                            "Set it to a state file, to a directory in which terraform is run, or to an address such as"
                                    + " gs://BUCKET/PATH or https://HOST/PATH."),
                    e);
        }
    }

    private Located stateIn(Path directory) {
        RootModule root = new RootModule(directory, surroundings);
        if (root.remoteBackend().isPresent()) {
            return remoteStateOf(root);
        }
        Optional<Path> own = environment.map(root::stateOf).filter(FileBytes::exist);
        Path selected = root.stateOf(root.selectedWorkspace());
        if (own.isEmpty() && !FileBytes.exist(selected)) {
            throw notFound(directory.toString(), "there is no state in it; looked at " + LookedAt.missing(selected));
        }
        return Located.at(new Place.LocalFile(own.orElse(selected)));
    }

    private Located remoteStateOf(RootModule root) {
        Place selected = root.selectedPlace();
        Optional<Place> named = environment.flatMap(root::placeOf).filter(place -> !place.equals(selected));
        if (named.isEmpty()) {
            return Located.at(selected);
        }
        Place own = named.get();
        return Located.at(own).or(new Located(selected, Optional.empty(), List.of(own.toString()), Optional.empty()));
    }

    private static NotFoundFailure notFound(String where, String reason) {
        return new NotFoundFailure(
                FailureDetails.of(
                        "find state",
                        where,
                        reason,
                        "Run terraform apply there, or set state.location (DATABOT_STATE) to the state file or its directory."));
    }
}
