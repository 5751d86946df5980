package io.databot.terraform;

import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.terraform.LimitedBody.TooLong;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Asks servers, once each time, following redirects itself: the identity stays with the server it is for, and what began
 * with https never goes on without. The client is made when it is first used. Thread-safe.
 */
final class HttpTransport implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_REDIRECTS = 5;

    private final UnaryOperator<URI> route;
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private Optional<HttpClient> client = Optional.empty();
    private volatile boolean closed;

    private record Exchange(CompletableFuture<HttpResponse<byte[]>> answer) {}

    /** @param route where a request is really sent; for tests, whose servers are not the ones that addresses name */
    HttpTransport(UnaryOperator<URI> route) {
        this.route = route;
    }

    /**
     * The answer, whatever its status.
     *
     * @throws DatabotException if there is none, or it is too long
     */
    HttpAnswer get(HttpQuery query, HttpFailures failures) {
        long end = System.nanoTime() + query.timeout().toNanos();
        HttpQuery next = query;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpAnswer answer = exchange(next, end - System.nanoTime(), failures);
            Optional<URI> elsewhere = redirect(answer, failures);
            if (elsewhere.isEmpty()) {
                return answer;
            }
            next = next.redirectedTo(elsewhere.get());
        }
        throw failures.misaddressed("it redirects more than " + MAX_REDIRECTS + " times");
    }

    private static Optional<URI> redirect(HttpAnswer answer, HttpFailures failures) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> Optional.of(target(answer, failures));
            default -> Optional.empty();
        };
    }

    private static URI target(HttpAnswer answer, HttpFailures failures) {
        URI target;
        try {
            target = answer.from().resolve(answer.header("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            // Its message quotes the address, which may hold a signature.
            throw failures.misaddressed("it redirects to what is no address");
        }
        if (!HttpAddress.isHttp(target) || target.getHost() == null) {
            throw failures.misaddressed("it redirects to what is no http or https address");
        }
        if (HttpAddress.isHttps(answer.from()) && !HttpAddress.isHttps(target)) {
            throw failures.misaddressed("it redirects from https to http, which is not followed");
        }
        return HttpAddress.bare(target);
    }

    private HttpAnswer exchange(HttpQuery query, long nanos, HttpFailures failures) {
        Exchange exchange = send(query);
        try {
            // The client's own timeout ends with the headers.
            HttpResponse<byte[]> response = exchange.answer.get(nanos, TimeUnit.NANOSECONDS);
            return new HttpAnswer(response.statusCode(), response.headers(), response.body(), query.address());
        } catch (ExecutionException | CancellationException e) {
            throw closed ? closedFailure("the source was closed while it was read") : failed(query, e, failures);
        } catch (TimeoutException e) {
            exchange.answer.cancel(true);
            throw failures.timeout(query.timeout());
        } catch (InterruptedException e) {
            exchange.answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.interrupted(e);
        } finally {
            underWay.remove(exchange);
        }
    }

    private synchronized Exchange send(HttpQuery query) {
        Exchange exchange = new Exchange(client().sendAsync(request(query), LimitedBody.upTo(query.maxBytes())));
        underWay.add(exchange);
        return exchange;
    }

    private static DatabotException failed(HttpQuery query, Exception failure, HttpFailures failures) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLong tooLong) {
                return failures.tooLarge(tooLong.size(), query.maxBytes());
            }
        }
        return failures.io(failure.getCause() instanceof IOException cause ? cause : new IOException(failure));
    }

    private HttpRequest request(HttpQuery query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(route.apply(query.address()))
                .GET()
                .version(Version.HTTP_1_1)
                .header("User-Agent", "databot");
        query.authorization().ifPresent(identity -> request.header("Authorization", identity.reveal()));
        query.unlessTag().ifPresent(tag -> request.header("If-None-Match", tag));
        return request.build();
    }

    private HttpClient client() {
        if (closed) {
            throw closedFailure("the source is closed");
        }
        HttpClient one = client.orElseGet(() -> HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build());
        client = Optional.of(one);
        return one;
    }

    private static ClosedFailure closedFailure(String reason) {
        return new ClosedFailure(
                FailureDetails.of(Refusals.OPERATION, "", reason, "Keep it open for as long as it is read."));
    }

    /** Whoever waits for an answer is told so, and does not hold this up. */
    @Override
    public synchronized void close() {
        closed = true;
        underWay.forEach(exchange -> exchange.answer.cancel(true));
        // From Java 21 on a client can be closed; before, its threads end when it is no longer referred to.
        client.map(Object.class::cast)
                .filter(AutoCloseable.class::isInstance)
                .map(AutoCloseable.class::cast)
                .ifPresent(HttpTransport::closeQuietly);
        client = Optional.empty();
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("The client declares no exception", e);
        }
    }
}
