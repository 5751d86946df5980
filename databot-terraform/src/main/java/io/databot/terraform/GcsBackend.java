package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.state.StateValue;
import io.databot.storage.BucketName;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.terraform.Place.GcsObject;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where Terraform's gcs backend keeps the states of all workspaces. Nothing of its configuration is kept but their place
 * and which {@link Trait}s it has: the rest may be secrets.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/gcs">The gcs backend</a>
 */
final class GcsBackend {

    /** What Terraform is told to do otherwise than Databot does. */
    enum Trait {
        /** An identity of its own, which Databot does not take over. */
        IDENTITY,
        /** A service elsewhere than Google's usual address. */
        ENDPOINT
    }

    private static final String SUFFIX = ".tfstate";
    private static final List<String> IDENTITIES =
            List.of("credentials", "access_token", "impersonate_service_account");

    private final BucketName bucket;
    private final String prefix;
    private final Set<Trait> traits;

    private GcsBackend(BucketName bucket, String prefix, Set<Trait> traits) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.traits = traits;
    }

    /**
     * The backend that {@code terraform init} noted.
     *
     * @throws UnsupportedFailure if the states are encrypted with a key that has to be sent along
     * @throws InvalidRequestFailure if the note names no bucket
     */
    static GcsBackend recorded(Path directory, StateValue config) {
        if (text(config, "encryption_key").isPresent()) {
            throw new UnsupportedFailure(FailureDetails.of(
                    Refusals.OPERATION,
                    directory.toString(),
                    "its gcs backend encrypts the state with a key of yours (encryption_key), which this adapter does not"
                            + " send",
                    Elsewhere.pull(directory)));
        }
        String bucket = text(config, "bucket")
                .orElseThrow(() -> new InvalidRequestFailure(FailureDetails.of(
                        "find state",
                        directory.toString(),
                        "what terraform init noted of its gcs backend names no bucket",
                        "Run terraform init again there.")));
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (IDENTITIES.stream().anyMatch(name -> text(config, name).isPresent())) {
            traits.add(Trait.IDENTITY);
        }
        if (text(config, "storage_custom_endpoint").isPresent()) {
            traits.add(Trait.ENDPOINT);
        }
        return new GcsBackend(BucketName.of(bucket), text(config, "prefix").orElse(""), traits);
    }

    private static Optional<String> text(StateValue config, String name) {
        return config.entry(name).flatMap(StateValue::string).filter(text -> !text.isEmpty());
    }

    /**
     * The state that an address means: the object if it ends in {@code .tfstate}, else the workspace's below the prefix.
     *
     * @param address {@code gs://BUCKET/OBJECT} or {@code gs://BUCKET/PREFIX}, taken literally
     * @throws InvalidRequestFailure if bucket or object cannot have such a name
     */
    static GcsObject at(String address, String workspace) {
        String path = address.substring(address.indexOf("://") + 3);
        int slash = path.indexOf('/');
        BucketName bucket = BucketName.of(slash < 0 ? path : path.substring(0, slash));
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        if (rest.endsWith(SUFFIX)) {
            return new GcsObject(new ObjectRef(bucket, ObjectKey.of(rest)), Optional.empty(), Set.of());
        }
        return new GcsBackend(bucket, rest, Set.of()).stateOf(workspace);
    }

    /** The state of a workspace. */
    GcsObject stateOf(String workspace) {
        ObjectKey key = ObjectKey.of(cleaned(prefix + "/" + workspace + SUFFIX));
        return new GcsObject(new ObjectRef(bucket, key), Optional.of(workspace), traits);
    }

    /** As Terraform joins prefix and name: without empty steps, {@code .}, and {@code ..} where there is a step to leave. */
    private static String cleaned(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
