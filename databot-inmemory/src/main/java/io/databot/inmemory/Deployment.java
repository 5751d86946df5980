package io.databot.inmemory;

import io.databot.compute.ResourceName;
import io.databot.compute.RunServiceInstance;
import io.databot.compute.RunServiceSpec;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A Cloud Run service: its newest revision, and the one that serves. Guarded by the timeline. */
final class Deployment {

    private Optional<RunServiceInstance> serving = Optional.empty();
    private RunServiceInstance newest;
    private int revisions;

    private Deployment(RunServiceInstance newest) {
        this.newest = newest;
    }

    /** Without a revision yet. */
    static Deployment of(RunServiceSpec spec) {
        return new Deployment(new RunServiceInstance(
                spec.name(), Optional.empty(), false, spec.image(), Optional.empty(), spec.labels()));
    }

    /** One that serves already. */
    static Deployment serving(RunServiceInstance instance) {
        Deployment deployment = new Deployment(instance);
        deployment.serving = Optional.of(instance);
        return deployment;
    }

    /** A revision more, which does not serve yet. */
    RunServiceInstance next(RunServiceSpec spec) {
        revisions++;
        String revision = String.format(Locale.ROOT, "%s-%05d", spec.name().id(), revisions);
        newest = new RunServiceInstance(
                spec.name(),
                serving.flatMap(RunServiceInstance::uri),
                false,
                spec.image(),
                Optional.of(revision),
                spec.labels());
        return newest;
    }

    /** The revision serves from now on. */
    RunServiceInstance serve(RunServiceInstance next) {
        Optional<URI> uri = serving.flatMap(RunServiceInstance::uri).or(() -> Optional.of(address(next.name())));
        RunServiceInstance ready =
                new RunServiceInstance(next.name(), uri, true, next.image(), next.revision(), next.labels());
        serving = Optional.of(ready);
        if (newest.equals(next)) {
            newest = ready;
        }
        return ready;
    }

    private static URI address(ResourceName name) {
        return URI.create("https://" + name.id() + "-" + name.project() + "." + name.location() + ".run.app");
    }

    RunServiceInstance newest() {
        return newest;
    }

    Optional<RunServiceInstance> serving() {
        return serving;
    }
}
