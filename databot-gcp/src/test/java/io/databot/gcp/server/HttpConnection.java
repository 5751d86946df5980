package io.databot.gcp.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** Turns what comes over a socket into calls, and replies into what goes back. */
final class HttpConnection implements HttpHandler {
    private final Service service;

    HttpConnection(Service service) {
        this.service = service;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            Bytes body = Bytes.readFrom(exchange.getRequestBody());
            send(exchange, reply(exchange, body));
        } catch (ConnectionLost lost) {
            // Closing below without having sent anything closes the connection.
        } finally {
            exchange.close();
        }
    }

    private Reply reply(HttpExchange exchange, Bytes body) {
        try {
            String target = exchange.getRequestURI().toString();
            return service.serve(Call.of(exchange.getRequestMethod(), target, headers(exchange), body));
        } catch (ApiError malformed) {
            return ErrorShape.JSON.reply(malformed);
        } catch (ConnectionLost lost) {
            throw lost;
        } catch (RuntimeException bug) {
            // Not a 500, which clients would retry until the bug is out of sight.
            return ErrorShape.JSON.reply(ApiError.of(501, "testServerFailed", "The test server failed: " + bug));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        long size = reply.body().size();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        // To the JDK's server 0 means of unknown length, and -1 means none.
        exchange.sendResponseHeaders(reply.status(), size == 0 ? -1 : size);
        if (size > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                reply.delivery().send(reply.body(), out);
            }
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return headers;
    }
}
