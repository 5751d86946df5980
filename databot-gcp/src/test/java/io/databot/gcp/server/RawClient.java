package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Sends requests as they are written down, and hands back what came. */
final class RawClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;

    RawClient(URI root) {
        this.root = root;
    }

    /** A reply with its body in memory. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return Json.parse(Bytes.of(response.body()));
        }

        String field(String name) {
            return json().path(name).asText();
        }

        /** The reason of an error. */
        String reason() {
            return json().at("/error/errors/0/reason").asText();
        }

        String message() {
            return json().at("/error/message").asText();
        }

        /** Repeated headers joined with commas; empty if missing. */
        String header(String name) {
            return String.join(",", response.headers().allValues(name));
        }
    }

    /** @param headers names and values in turn */
    Answer send(String method, String target, byte[] body, String... headers) {
        try {
            HttpRequest request = request(method, target, body, headers);
            return new Answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    CompletableFuture<Answer> sendLater(String method, String target) {
        return sendLater(method, target, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Answer::new);
    }

    private <T> CompletableFuture<HttpResponse<T>> sendLater(
            String method, String target, HttpResponse.BodyHandler<T> handler) {
        return http.sendAsync(request(method, target, new byte[0]), handler);
    }

    /** The body of a reply, read as it comes. */
    InputStream open(String target) {
        return sendLater("GET", target, HttpResponse.BodyHandlers.ofInputStream())
                .join()
                .body();
    }

    Answer get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    Answer delete(String target) {
        return send("DELETE", target, new byte[0]);
    }

    Answer post(String target, String json) {
        return send("POST", target, utf8(json), "Content-Type", "application/json");
    }

    Answer patch(String target, String json) {
        return send("PATCH", target, utf8(json), "Content-Type", "application/json");
    }

    /** Uploads text as {@code uploadType=media}; parameters follow the name. */
    Answer put(String bucket, String name, String content, String... parameters) {
        String target = "/upload/storage/v1/b/" + bucket + "/o?uploadType=media&name=" + PercentCoding.encode(name);
        String more = parameters.length == 0 ? "" : "&" + String.join("&", parameters);
        return send("POST", target + more, utf8(content));
    }

    /** Where an object's metadata is. */
    static String at(String bucket, String name) {
        return "/storage/v1/b/" + bucket + "/o/" + PercentCoding.encode(name);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request(String method, String target, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + target));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return request.method(method, publisher).build();
    }
}
