package io.databot.s3;

import io.databot.credential.Secret;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.spi.RecordedBackend;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a service is reached, and as whom.
 *
 * @param region where the bucket is; empty for what the SDK finds
 * @param endpoint a service of one's own; empty for Amazon's
 * @param ways how else its addresses are made
 * @param keys the identity itself; empty for the profile, or what the SDK finds
 * @param profile whose identity in the SDK's own files
 */
record S3Access(
        Optional<String> region, Optional<URI> endpoint, Set<Way> ways, Optional<Keys> keys, Optional<String> profile) {

    /** How an address is made. */
    enum Way {
        PATH_STYLE,
        FIPS,
        DUALSTACK
    }

    /** An access key; a record of secrets prints none. */
    record Keys(Secret id, Secret secret, Optional<Secret> session) {}

    /** Arguments that change who asks, whom is trusted, or what must be sent along. */
    private static final List<String> NOT_FOLLOWED = List.of(
            "assume_role",
            "assume_role_with_web_identity",
            "role_arn",
            "sse_customer_key",
            "shared_credentials_file",
            "shared_credentials_files",
            "shared_config_files",
            "custom_ca_bundle",
            "http_proxy",
            "https_proxy",
            "insecure");

    S3Access {
        ways = Set.copyOf(ways);
    }

    /**
     * As Terraform resolves it: the configuration, then variables; a profile that is named comes before keys in variables.
     *
     * @throws UnsupportedFailure if the configuration has an argument that is not followed
     */
    static S3Access recorded(RecordedBackend backend, Function<String, Optional<String>> variables) {
        requireFollowed(backend, variables);
        Optional<String> profile = backend.text("profile");
        Optional<Keys> keys = keys(backend).or(() -> profile.isPresent() ? Optional.empty() : keys(variables));
        Set<Way> ways = EnumSet.noneOf(Way.class);
        addIf(ways, Way.PATH_STYLE, backend.isTrue("use_path_style") || backend.isTrue("force_path_style"));
        addIf(ways, Way.FIPS, isTrue(backend, "use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", variables));
        addIf(ways, Way.DUALSTACK, isTrue(backend, "use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT", variables));
        Optional<URI> endpoint = backend.value("endpoints")
                .map(S3Access::only)
                .flatMap(endpoints -> endpoints.entry("s3"))
                .flatMap(StateValue::string)
                .filter(text -> !text.isEmpty())
                .or(() -> backend.text("endpoint"))
                .or(() -> endpoint(variables))
                .map(text -> uri(text, backend.directory()));
        return new S3Access(backend.text("region").or(() -> region(variables)), endpoint, ways, keys, profile);
    }

    static S3Access ofVariables(Function<String, Optional<String>> variables) {
        return new S3Access(
                region(variables),
                endpoint(variables).map(text -> uri(text, "AWS_ENDPOINT_URL_S3")),
                Set.of(),
                keys(variables),
                Optional.empty());
    }

    private static void requireFollowed(RecordedBackend backend, Function<String, Optional<String>> variables) {
        Optional<String> special = NOT_FOLLOWED.stream()
                .filter(name ->
                        backend.value(name).filter(S3Access::saysSomething).isPresent())
                .findFirst()
                .or(() -> variable(variables, "AWS_SSE_CUSTOMER_KEY").map(key -> "AWS_SSE_CUSTOMER_KEY"));
        if (special.isPresent()) {
            throw new UnsupportedFailure(FailureDetails.of(
                    "read state",
                    backend.directory(),
                    "its s3 backend has " + special.get() + ", which this adapter does not follow",
                    "An identity can be given by AWS_PROFILE or AWS_ACCESS_KEY_ID; or write the state to a file, readable"
                            + " by you alone: terraform -chdir=" + backend.directory()
                            + " state pull > FILE; then set state.location (DATABOT_STATE) to FILE."));
        }
    }

    private static boolean saysSomething(StateValue value) {
        return switch (value.kind()) {
            case NULL -> false;
            case BOOL -> value.asBoolean();
            case STRING -> !value.asString().isEmpty();
            case LIST -> value.element(0).isPresent();
            case NUMBER, MAP -> true;
        };
    }

    private static Optional<Keys> keys(RecordedBackend backend) {
        return backend.text("access_key")
                .flatMap(id -> backend.text("secret_key")
                        .map(secret -> new Keys(
                                Secret.of(id),
                                Secret.of(secret),
                                backend.text("token").map(Secret::of))));
    }

    private static Optional<Keys> keys(Function<String, Optional<String>> variables) {
        return variable(variables, "AWS_ACCESS_KEY_ID")
                .flatMap(id -> variable(variables, "AWS_SECRET_ACCESS_KEY")
                        .map(secret -> new Keys(
                                Secret.of(id),
                                Secret.of(secret),
                                variable(variables, "AWS_SESSION_TOKEN").map(Secret::of))));
    }

    private static Optional<String> region(Function<String, Optional<String>> variables) {
        return variable(variables, "AWS_REGION").or(() -> variable(variables, "AWS_DEFAULT_REGION"));
    }

    private static Optional<String> endpoint(Function<String, Optional<String>> variables) {
        return variable(variables, "AWS_ENDPOINT_URL_S3").or(() -> variable(variables, "AWS_S3_ENDPOINT"));
    }

    private static boolean isTrue(
            RecordedBackend backend, String name, String variable, Function<String, Optional<String>> variables) {
        return backend.value(name).isPresent()
                ? backend.isTrue(name)
                : variable(variables, variable).filter("true"::equalsIgnoreCase).isPresent();
    }

    private static void addIf(Set<Way> ways, Way way, boolean wanted) {
        if (wanted) {
            ways.add(way);
        }
    }

    /** Some versions note a block as a list of one. */
    private static StateValue only(StateValue block) {
        return block.kind() == Kind.LIST ? block.element(0).orElse(StateValue.ofNull()) : block;
    }

    /** Where there is no scheme, https is meant. */
    private static URI uri(String text, String where) {
        try {
            URI uri = new URI(text.contains("://") ? text : "https://" + text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && uri.getRawUserInfo() == null && scheme.matches("https?")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message quotes the address.
        }
        throw new InvalidRequestFailure(FailureDetails.of(
                "find state",
                where,
                "the endpoint of the s3 backend is not an http or https address",
                "Write it as https://HOST, without user name and password."));
    }

    private static Optional<String> variable(Function<String, Optional<String>> variables, String name) {
        return variables.apply(name).filter(text -> !text.isEmpty());
    }

    /** Nothing of it: an endpoint may hold what is nobody's business. */
    @Override
    public String toString() {
        return "access to S3";
    }
}
