package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.credential.Secret;
import io.databot.failure.NotFoundFailure;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import io.databot.state.StateValue;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The service's API, as far as reading a state takes it. A first read is four requests: where the API is, the workspace's
 * id, its current state version, the content. What was found out is kept, so that a later one is the last two, or one if
 * the version is still the same. Thread-safe.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/cloud-docs/api-docs/state-versions">State versions</a>
 */
final class HcpApi implements AutoCloseable {

    private static final long MAX_ANSWER = 4 << 20;

    private final HttpTransport transport;
    private final Clock clock;
    private final Map<String, URI> services = new ConcurrentHashMap<>();
    private final Map<HcpState, String> workspaces = new ConcurrentHashMap<>();

    HcpApi(HttpTransport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** One read: as whom, of what, and how long each request may take. */
    private record Asking(HcpState state, HttpFailures failures, Secret authorization, Duration timeout) {}

    /** See {@link HcpState#read}. */
    Optional<StateContent> read(HcpState state, StateRequest request) {
        HttpFailures failures = new HttpFailures(state.toString(), HcpIdentity.REMEDY, clock);
        Secret authorization = state.identity().authorization(state.host(), failures);
        Asking asking = new Asking(state, failures, authorization, request.timeout());
        StateValue version = currentVersion(asking);
        String id = text(version, asking, "data", "id");
        if (request.unlessVersion().equals(Optional.of(id))) {
            return Optional.empty();
        }
        String address = text(version, asking, "data", "attributes", "hosted-state-download-url");
        return Optional.of(StateContent.of(content(asking, address, request.maxBytes()), Optional.of(id)));
    }

    /** A workspace that was made anew has another id: the kept one is forgotten and looked up once more. */
    private StateValue currentVersion(Asking asking) {
        String kept = workspaces.get(asking.state());
        if (kept != null) {
            HttpAnswer answer = ask(asking, currentVersionOf(asking, kept));
            if (answer.status() == 200) {
                return json(asking, answer);
            }
            if (answer.status() != 404) {
                throw asking.failures().answered(answer);
            }
            workspaces.remove(asking.state());
        }
        String id = workspaceId(asking);
        StateValue version = found(
                asking,
                currentVersionOf(asking, id),
                "the workspace has no state, or the token may not read it",
                "Run terraform apply for it, or see that the token's team may read its state versions.");
        workspaces.put(asking.state(), id);
        return version;
    }

    private URI currentVersionOf(Asking asking, String workspaceId) {
        return service(asking).resolve("workspaces/" + workspaceId + "/current-state-version");
    }

    private String workspaceId(Asking asking) {
        HcpState state = asking.state();
        StateValue workspace = found(
                asking,
                service(asking).resolve("organizations/" + state.organization() + "/workspaces/" + state.name()),
                "there is no such workspace, or the token may not see it",
                "Check organization and workspace, and whose token it is.");
        String id = text(workspace, asking, "data", "id");
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw meaningless(asking);
        }
        return id;
    }

    /** Where the API is on the host, by Terraform's service discovery; the standard host's is not taken for granted. */
    private URI service(Asking asking) {
        String host = asking.state().host();
        URI known = services.get(host);
        if (known != null) {
            return known;
        }
        HttpQuery query = HttpQuery.of(
                URI.create("https://" + host + "/.well-known/terraform.json"), MAX_ANSWER, asking.timeout());
        HttpAnswer answer = transport.get(query, asking.failures());
        URI service = answer.status() == 404 ? noService(asking) : serviceIn(asking, requireOk(asking, answer));
        services.put(host, service);
        return service;
    }

    private static URI serviceIn(Asking asking, HttpAnswer answer) {
        String address = json(asking, answer)
                .entry("tfe.v2")
                .flatMap(StateValue::string)
                .orElseGet(() -> noService(asking).toString());
        URI service = resolved(asking, answer.from(), address.endsWith("/") ? address : address + "/");
        return HttpAddress.isHttps(service) ? service : noService(asking);
    }

    private static URI noService(Asking asking) {
        throw asking.failures().misaddressed("the host does not offer the API of HCP Terraform (tfe.v2)");
    }

    private byte[] content(Asking asking, String address, long maxBytes) {
        URI target = resolved(asking, service(asking), address);
        Optional<Secret> identity = HttpAddress.isSameServer(service(asking), target)
                ? Optional.of(asking.authorization())
                : Optional.empty();
        HttpQuery query = HttpQuery.of(target, maxBytes, asking.timeout()).as(identity);
        HttpAnswer answer = transport.get(query, asking.failures());
        if (answer.status() == 204 || (answer.status() == 200 && answer.content().length == 0)) {
            throw asking.failures().missing("its current state version is empty", "Run terraform apply for it.");
        }
        return requireOk(asking, answer).content();
    }

    private static URI resolved(Asking asking, URI base, String address) {
        try {
            URI target = base.resolve(address);
            if (HttpAddress.isHttps(target) && target.getHost() != null) {
                return HttpAddress.bare(target);
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the address, which may hold a signature.
        }
        throw meaningless(asking);
    }

    private StateValue found(Asking asking, URI address, String otherwise, String remedy) throws NotFoundFailure {
        HttpAnswer answer = ask(asking, address);
        if (answer.status() == 404) {
            throw asking.failures().missing(otherwise, remedy);
        }
        return json(asking, requireOk(asking, answer));
    }

    private HttpAnswer ask(Asking asking, URI address) {
        HttpQuery query = HttpQuery.of(address, MAX_ANSWER, asking.timeout()).as(Optional.of(asking.authorization()));
        return transport.get(query, asking.failures());
    }

    private static HttpAnswer requireOk(Asking asking, HttpAnswer answer) {
        if (answer.status() != 200) {
            throw asking.failures().answered(answer);
        }
        return answer;
    }

    private static StateValue json(Asking asking, HttpAnswer answer) {
        byte[] bytes = answer.content();
        try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
            if (json.nextToken() != null) {
                return Values.read(json);
            }
        } catch (IOException e) {
            // Its message quotes the answer.
        }
        throw meaningless(asking);
    }

    private static String text(StateValue value, Asking asking, String... path) {
        Optional<StateValue> at = Optional.of(value);
        for (String step : path) {
            at = at.flatMap(one -> one.entry(step));
        }
        return at.flatMap(StateValue::string).filter(text -> !text.isEmpty()).orElseThrow(() -> meaningless(asking));
    }

    private static RuntimeException meaningless(Asking asking) {
        return asking.failures().meaningless();
    }

    @Override
    public void close() {
        transport.close();
    }
}
