package io.databot.terraform;

import io.databot.credential.Secret;
import io.databot.spi.RemoteState;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A state at an http or https address. Not a record: the address's query may be a signature. */
final class HttpState implements RemoteState {

    private static final String IDENTITY =
            "Set state.http.username and state.http.password, or the variables TF_HTTP_USERNAME and TF_HTTP_PASSWORD, to"
                    + " those of an identity that may read it.";

    private final HttpTransport transport;
    private final Clock clock;
    private final URI address;
    private final Optional<Secret> authorization;

    HttpState(HttpTransport transport, Clock clock, URI address, Optional<Secret> authorization) {
        this.transport = transport;
        this.clock = clock;
        this.address = address;
        this.authorization = authorization;
    }

    /** Such backends have no workspaces. */
    @Override
    public Optional<String> workspace() {
        return Optional.empty();
    }

    @Override
    public Optional<StateContent> read(StateRequest request) {
        HttpFailures failures = new HttpFailures(toString(), IDENTITY, clock);
        HttpQuery query = HttpQuery.of(address, request.maxBytes(), request.timeout())
                .as(authorization)
                .unless(request.unlessVersion());
        HttpAnswer answer = transport.get(query, failures);
        return switch (answer.status()) {
            case 200 -> Optional.of(content(answer, failures));
            case 304 -> unchanged(query, answer, failures);
            case 204, 404 -> throw missing(failures, answer.status());
            default -> throw failures.answered(answer);
        };
    }

    private static Optional<StateContent> unchanged(HttpQuery query, HttpAnswer answer, HttpFailures failures) {
        if (query.unlessTag().isEmpty()) {
            throw failures.answered(answer);
        }
        return Optional.empty();
    }

    private static StateContent content(HttpAnswer answer, HttpFailures failures) {
        if (answer.content().length == 0) {
            throw missing(failures, answer.status());
        }
        return StateContent.of(answer.content(), answer.header("ETag").filter(HttpQuery::isTag));
    }

    private static RuntimeException missing(HttpFailures failures, int status) {
        return failures.missing(
                "there is no state there (status " + status + ")",
                "Run terraform apply, or correct the address in the http backend or in state.location"
                        + " (DATABOT_STATE).");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpState that
                && address.equals(that.address)
                && authorization.equals(that.authorization);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, authorization);
    }

    @Override
    public String toString() {
        return HttpAddress.shown(address);
    }
}
