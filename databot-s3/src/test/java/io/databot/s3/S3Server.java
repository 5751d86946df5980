package io.databot.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.databot.s3.SignatureV4.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service like S3 on the loopback interface, with addresses in path style; refuses what is not rightly signed. */
final class S3Server implements AutoCloseable {

    static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /** How a path is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What was asked: the path as it was sent, and the headers. */
    record Asked(String path, Map<String, String> headers, Said said) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    S3Server() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    S3Server at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** A state that says the given text in its output {@code said}. */
    S3Server state(String path, String tag, String said) {
        return at(path, exchange -> {
            exchange.getResponseHeaders().add("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, state(said));
            }
        });
    }

    static String state(String said) {
        return "{\"version\":4,\"serial\":1,\"lineage\":\"x\",\"outputs\":{\"said\":{\"value\":\"" + said
                + "\",\"type\":\"string\"}},\"resources\":[]}";
    }

    S3Server error(String path, int status, String code) {
        return at(path, exchange -> sendError(exchange, status, code));
    }

    private static void sendError(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        send(
                exchange,
                status,
                "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>SWORDFISH</Message></Error>");
    }

    private static void send(HttpExchange exchange, int status, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            Said said = Said.of(exchange.getRequestHeaders().getFirst("Authorization"));
            synchronized (asked) {
                asked.add(new Asked(path, headers, said));
            }
            boolean right =
                    said.keyId().equals(KEY_ID) && said.signature().equals(SignatureV4.of(path, headers, said, SECRET));
            if (right) {
                answers.getOrDefault(path, one -> sendError(one, 404, "NoSuchKey"))
                        .to(exchange);
            } else {
                sendError(exchange, 403, said.keyId().equals(KEY_ID) ? "SignatureDoesNotMatch" : "InvalidAccessKeyId");
            }
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

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
