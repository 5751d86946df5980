package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.spi.RecordedBackend;
import io.databot.spi.RemoteState;
import io.databot.spi.StateBackend;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * States in HCP Terraform or Terraform Enterprise: the backends {@code remote} and {@code cloud}, and addresses
 * {@code remote://HOST/ORGANIZATION/WORKSPACE}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/cli/cloud/settings">The cloud block</a>
 */
final class HcpStates implements StateBackend {

    private static final String STANDARD_HOST = "app.terraform.io";
    private static final String CLOUD = "cloud";
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,90}");
    private static final Pattern ADDRESS = Pattern.compile("(?i:remote)://([^/]+)/([^/]+)/([^/]+)");

    private final HcpApi api;

    HcpStates(HcpApi api) {
        this.api = api;
    }

    @Override
    public Set<String> types() {
        return Set.of("remote", CLOUD);
    }

    @Override
    public Set<String> schemes() {
        return Set.of("remote");
    }

    @Override
    public Optional<RemoteState> recorded(
            RecordedBackend backend, String workspace, Function<String, Optional<String>> variables) {
        Optional<String> name = HcpWorkspaces.of(backend, variables).named(workspace);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String where = backend.directory();
        String host =
                argument(backend, "hostname", "TF_CLOUD_HOSTNAME", variables).orElse(STANDARD_HOST);
        String organization = argument(backend, "organization", "TF_CLOUD_ORGANIZATION", variables)
                .orElseThrow(() -> new InvalidRequestFailure(FailureDetails.of(
                        "find state",
                        where,
                        "what terraform init noted of its " + backend.type() + " backend names no organization",
                        "Set the variable TF_CLOUD_ORGANIZATION, as for Terraform, or run terraform init again.")));
        HcpIdentity identity = new HcpIdentity(backend.text("token"), variables);
        return Optional.of(
                new HcpState(api, host(host, where), plain(organization, where), plain(name.get(), where), identity));
    }

    /** Configuration beats environment, and only the newer of the two backends looks at the latter. */
    private static Optional<String> argument(
            RecordedBackend backend, String name, String variable, Function<String, Optional<String>> variables) {
        Optional<String> configured = backend.text(name);
        return configured.isEmpty() && backend.type().equals(CLOUD)
                ? variables.apply(variable).filter(text -> !text.isEmpty())
                : configured;
    }

    @Override
    public RemoteState at(String address, Function<String, Optional<String>> variables) {
        String where = "state.location";
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw ill(where, "the address is not of the form remote://HOST/ORGANIZATION/WORKSPACE");
        }
        return new HcpState(
                api,
                host(parts.group(1), where),
                plain(parts.group(2), where),
                plain(parts.group(3), where),
                new HcpIdentity(Optional.empty(), variables));
    }

    private static String host(String text, String where) {
        String host = ascii(text).toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw ill(where, "the host's name of the backend is none");
        }
        return host;
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String plain(String name, String where) {
        if (!NAME.matcher(name).matches()) {
            throw ill(where, "the organization or workspace of the backend has a name that none can have");
        }
        return name;
    }

    private static InvalidRequestFailure ill(String where, String reason) {
        return new InvalidRequestFailure(FailureDetails.of(
                "find state",
                where,
                reason,
                "Name them as they are in the service's own address, for example"
                        + " remote://app.terraform.io/acme/network-dev."));
    }

    @Override
    public void close() {
        api.close();
    }
}
