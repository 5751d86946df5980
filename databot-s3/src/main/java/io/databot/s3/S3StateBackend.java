package io.databot.s3;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.spi.RecordedBackend;
import io.databot.spi.RemoteState;
import io.databot.spi.StateBackend;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * States in Amazon S3: Terraform's s3 backend, and addresses {@code s3://BUCKET/KEY}, whose key is taken literally.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/s3">The s3 backend</a>
 */
public final class S3StateBackend implements StateBackend {

    private static final String DEFAULT_WORKSPACE = "default";
    private static final String STANDARD_PREFIX = "env:";
    private static final Pattern ADDRESS = Pattern.compile("(?i:s3)://([^/]+)/(.+)", Pattern.DOTALL);
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");

    private final S3Clients clients = new S3Clients();

    @Override
    public Set<String> types() {
        return Set.of("s3");
    }

    @Override
    public Set<String> schemes() {
        return Set.of("s3");
    }

    @Override
    public Optional<RemoteState> recorded(
            RecordedBackend backend, String workspace, Function<String, Optional<String>> variables) {
        S3Access access = S3Access.recorded(backend, variables);
        String key = required(backend, "key");
        if (!workspace.equals(DEFAULT_WORKSPACE)) {
            String prefix = backend.text("workspace_key_prefix").orElse(STANDARD_PREFIX);
            key = S3Key.joined(prefix, workspace, key);
        }
        String bucket = bucket(required(backend, "bucket"), backend.directory());
        return Optional.of(new S3State(clients, access, bucket, key, Optional.of(workspace)));
    }

    private static String required(RecordedBackend backend, String name) {
        return backend.text(name)
                .orElseThrow(() -> new InvalidRequestFailure(FailureDetails.of(
                        "find state",
                        backend.directory(),
                        "what terraform init noted of its s3 backend has no " + name,
                        "Run terraform init again there.")));
    }

    @Override
    public RemoteState at(String address, Function<String, Optional<String>> variables) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "find state",
                    "state.location",
                    "the address is not of the form s3://BUCKET/KEY",
                    "Name the bucket and the whole key of the state."));
        }
        String bucket = bucket(parts.group(1), "state.location");
        return new S3State(clients, S3Access.ofVariables(variables), bucket, parts.group(2), Optional.empty());
    }

    private static String bucket(String name, String where) {
        if (!BUCKET.matcher(name).matches()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "find state", where, "the bucket has a name that none can have", "Correct the bucket's name."));
        }
        return name;
    }

    @Override
    public void close() {
        clients.close();
    }
}
