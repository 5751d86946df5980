package io.databot.gcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32C;

/** Takes one upload of any size and gives it back, and holds none of it: all bytes are {@link #PATTERN} over and over. */
final class HugeObjectServer implements AutoCloseable {

    static final byte[] PATTERN = Loopback.random(1 << 20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;
    private final CRC32C checksum = new CRC32C();
    private long size;

    HugeObjectServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/upload", this::upload);
        http.createContext("/storage", this::download);
        http.createContext("/download", this::download);
        http.setExecutor(threads);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void upload(HttpExchange call) throws IOException {
        if (call.getRequestMethod().equals("POST")) {
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().set("Location", uri() + "/upload?upload_id=1");
            call.sendResponseHeaders(200, -1);
        } else {
            take(call.getRequestBody());
            boolean last = !call.getRequestHeaders().getFirst("Content-Range").endsWith("/*");
            call.getResponseHeaders().set("Range", "bytes=0-" + (size - 1));
            if (last) {
                json(call);
            } else {
                call.sendResponseHeaders(308, -1);
            }
        }
        call.close();
    }

    private void take(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
            checksum.update(buffer, 0, got);
            size += got;
        }
    }

    private void download(HttpExchange call) throws IOException {
        if (String.valueOf(call.getRequestURI().getQuery()).contains("alt=media")) {
            call.getResponseHeaders().set("x-goog-generation", "1");
            call.getResponseHeaders().set("x-goog-hash", "crc32c=" + crc32c());
            call.sendResponseHeaders(200, size);
            try (OutputStream body = call.getResponseBody()) {
                for (long at = 0; at < size; at += PATTERN.length) {
                    body.write(PATTERN, 0, (int) Math.min(PATTERN.length, size - at));
                }
            }
        } else {
            json(call);
        }
        call.close();
    }

    private void json(HttpExchange call) throws IOException {
        byte[] json =
                ("{\"bucket\":\"bucket\",\"name\":\"huge\",\"generation\":\"1\",\"metageneration\":\"1\",\"size\":\""
                                + size
                                + "\",\"crc32c\":\"" + crc32c() + "\",\"timeCreated\":\"2026-01-01T00:00:00Z\","
                                + "\"updated\":\"2026-01-01T00:00:00Z\",\"etag\":\"e\"}")
                        .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, json.length);
        call.getResponseBody().write(json);
    }

    private String crc32c() {
        return new io.databot.storage.Crc32c((int) checksum.getValue()).base64();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
