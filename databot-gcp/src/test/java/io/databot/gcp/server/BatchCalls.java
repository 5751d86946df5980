package io.databot.gcp.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Serves batches: requests within a request, answered one by one. */
final class BatchCalls {
    private static final int MOST_CALLS = 100;

    private BatchCalls() {}

    /** @param serve answers one of the calls */
    static Reply batch(Call call, Function<Call, Reply> serve) {
        List<Multipart.Part> parts = Multipart.parse(call.header("content-type"), call.body());
        if (parts.size() > MOST_CALLS) {
            throw ApiError.of(
                    400,
                    "badRequest",
                    "The batch has %d calls; at most %d are allowed.".formatted(parts.size(), MOST_CALLS));
        }
        String boundary = "batch_" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Multipart.Part part : parts) {
            Reply reply = serve.apply(inner(call, part));
            body.writeBytes(utf8("--" + boundary + "\r\n" + partHeaders(part) + "\r\n" + head(reply) + "\r\n"));
            body.writeBytes(reply.body().toArray());
            body.writeBytes(utf8("\r\n"));
        }
        body.writeBytes(utf8("--" + boundary + "--\r\n"));
        return Reply.of(200, "multipart/mixed; boundary=" + boundary, Bytes.of(body.toByteArray()));
    }

    /** The call in a part; it inherits the batch's headers, but for those about its body. */
    private static Call inner(Call outer, Multipart.Part part) {
        String text = part.content().utf8();
        String[] halves = text.stripLeading().split("\r?\n\r?\n", 2);
        String[] lines = halves[0].split("\r?\n", -1);
        String[] request = lines[0].strip().split(" ", -1);
        if (request.length < 2) {
            throw ApiError.of(400, "badRequest", "Malformed request in batch.");
        }
        Map<String, String> headers = new HashMap<>(outer.headers());
        headers.keySet().removeIf(name -> name.startsWith("content-"));
        headers.remove("x-http-method-override");
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        Bytes body = halves.length > 1 ? Bytes.utf8(halves[1]) : Bytes.EMPTY;
        return Call.of(request[0], request[1].replaceFirst("^https?://[^/]+", ""), headers, body);
    }

    private static String partHeaders(Multipart.Part part) {
        String id = part.header("content-id")
                .map(value -> value.startsWith("<") ? "<response-" + value.substring(1) : "response-" + value)
                .map(value -> "Content-ID: " + value + "\r\n")
                .orElse("");
        return "Content-Type: application/http\r\n" + id;
    }

    private static String head(Reply reply) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " " + phrase(reply) + "\r\n");
        reply.headers()
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n"));
        head.append("Content-Length: ").append(reply.body().size()).append("\r\n");
        return head.toString();
    }

    private static String phrase(Reply reply) {
        return reply.isSuccess() ? "OK" : "Error";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
