package io.databot.terraform;

import io.databot.credential.Secret;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.spi.RecordedBackend;
import io.databot.spi.RemoteState;
import io.databot.spi.StateBackend;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * States behind http and https addresses: Terraform's http backend, and any server that gives out a state.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/http">The http backend</a>
 */
final class HttpStates implements StateBackend {

    /** Arguments of the backend that change how the server is trusted or shown who asks. */
    private static final List<String> CERTIFICATES =
            List.of("client_ca_certificate_pem", "client_certificate_pem", "client_private_key_pem");

    private final HttpTransport transport;
    private final Clock clock;
    private final Optional<Secret> identity;

    /** @param identity what the settings say of user name and password */
    HttpStates(HttpTransport transport, Clock clock, Optional<Secret> identity) {
        this.transport = transport;
        this.clock = clock;
        this.identity = identity;
    }

    @Override
    public Set<String> types() {
        return Set.of("http");
    }

    @Override
    public Set<String> schemes() {
        return Set.of("http", "https");
    }

    /** As whom: the settings; else configuration and variables, as Terraform does; else the address itself. */
    @Override
    public Optional<RemoteState> recorded(
            RecordedBackend backend, String workspace, Function<String, Optional<String>> variables) {
        if (!workspace.equals(RootModule.DEFAULT_WORKSPACE)) {
            return Optional.empty();
        }
        requirePlainTrust(backend, variables);
        String address = argument(backend, "address", variables)
                .orElseThrow(() -> new InvalidRequestFailure(FailureDetails.of(
                        "find state",
                        backend.directory(),
                        "what terraform init noted of its http backend names no address",
                        "Set the variable TF_HTTP_ADDRESS, as for Terraform.")));
        HttpAddress parts = HttpAddress.parse(address, backend.directory());
        Optional<Secret> authorization = identity.or(() -> argument(backend, "username", variables)
                        .map(user -> HttpAddress.basic(
                                user, argument(backend, "password", variables).orElse(""))))
                .or(parts::authorization);
        return Optional.of(new HttpState(transport, clock, parts.uri(), authorization));
    }

    /** A variable fills in what the configuration lacks; it overrides nothing. */
    private static Optional<String> argument(
            RecordedBackend backend, String name, Function<String, Optional<String>> variables) {
        return backend.value(name).isPresent() ? backend.text(name) : variable(variables, name);
    }

    private static Optional<String> variable(Function<String, Optional<String>> variables, String name) {
        return variables
                .apply("TF_HTTP_" + name.toUpperCase(java.util.Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }

    private static void requirePlainTrust(RecordedBackend backend, Function<String, Optional<String>> variables) {
        Optional<String> special = backend.isTrue("skip_cert_verification")
                ? Optional.of("skip_cert_verification")
                : CERTIFICATES.stream()
                        .filter(name -> argument(backend, name, variables).isPresent())
                        .findFirst();
        if (special.isPresent()) {
            throw new UnsupportedFailure(FailureDetails.of(
                    Refusals.OPERATION,
                    backend.directory(),
                    "its http backend has the argument " + special.get() + ", which this adapter does not follow",
                    "An authority of your own belongs into Java's trust store. Or "
                            + Elsewhere.pullAfter(Path.of(backend.directory()))));
        }
    }

    /** As whom: the address itself; else the settings; else the variables. */
    @Override
    public RemoteState at(String address, Function<String, Optional<String>> variables) {
        HttpAddress parts = HttpAddress.parse(address, "state.location");
        Optional<Secret> authorization = parts.authorization()
                .or(() -> identity)
                .or(() -> variable(variables, "username")
                        .map(user -> HttpAddress.basic(
                                user, variable(variables, "password").orElse(""))));
        return new HttpState(transport, clock, parts.uri(), authorization);
    }

    @Override
    public void close() {
        transport.close();
    }
}
