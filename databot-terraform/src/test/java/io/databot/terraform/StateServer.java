package io.databot.terraform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback interface that stands for all hosts: {@link #route} leads there. Tells what it was asked. */
final class StateServer implements AutoCloseable {

    /** How a path is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What was asked. */
    record Asked(String address, Map<String, List<String>> headers) {

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    StateServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The loopback address that stands for another. */
    URI route(URI address) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + address.getScheme() + "/"
                + address.getRawAuthority() + address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    /** Answers an address; the query counts. */
    StateServer at(String address, Answer answer) {
        answers.put(address, answer);
        return this;
    }

    StateServer at(String address, int status, String content, String... headers) {
        return at(address, exchange -> send(exchange, status, content, headers));
    }

    /** A state that says the given text in its output {@code said}, with an entity tag and conditional. */
    StateServer state(String address, String tag, String said) {
        return at(address, exchange -> {
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                send(exchange, 304, "", "ETag", tag);
            } else {
                send(exchange, 200, States.numbered(States.LINEAGE, "1", said), "ETag", tag);
            }
        });
    }

    StateServer redirect(String address, int status, String location) {
        return at(address, status, "", "Location", location);
    }

    static void send(HttpExchange exchange, int status, String content, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        boolean empty = bytes.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(1);
        String address = path.replaceFirst("/", "://");
        synchronized (asked) {
            asked.add(new Asked(address, Map.copyOf(exchange.getRequestHeaders())));
        }
        try (exchange) {
            answers.getOrDefault(address, one -> send(one, 404, "")).to(exchange);
        }
    }

    /** What was asked since the last time. */
    List<Asked> asked() {
        synchronized (asked) {
            List<Asked> all = List.copyOf(asked);
            asked.clear();
            return all;
        }
    }

    List<String> addresses() {
        return asked().stream().map(Asked::address).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
