package io.databot.gcp;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.auth.http.HttpTransportFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Google's token services on loopback: OAuth tokens, security token exchange, and impersonation.
 *
 * @see <a href="https://developers.google.com/identity/protocols/oauth2/service-account">OAuth 2 for service accounts</a>
 */
final class TokenServer implements AutoCloseable {

    static final Duration LIFETIME = Duration.ofHours(1);
    private static final KeyPair KEYS = generate();

    private final HttpServer http;
    private final Clock clock;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile int refusal;

    TokenServer(Clock clock) throws IOException {
        this.clock = clock;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The paths of all requests so far. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    /** Answers from now on with this status; 0 answers with tokens again. */
    void refuseWith(int status) {
        refusal = status;
    }

    private void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = call.getRequestURI().getPath();
        paths.add(path);
        if (refusal != 0) {
            reply(call, refusal, "{\"error\":\"invalid_grant\",\"error_description\":\"Account not found\"}");
        } else if (path.endsWith(":generateAccessToken")) {
            reply(call, 200, "{\"accessToken\":\"" + token() + "\",\"expireTime\":\"" + expires() + "\"}");
        } else if (path.endsWith(":generateIdToken")) {
            reply(call, 200, "{\"token\":\"" + identity() + "\"}");
        } else if (asksForIdentity(body)) {
            reply(call, 200, "{\"id_token\":\"" + identity() + "\"}");
        } else {
            reply(
                    call,
                    200,
                    "{\"access_token\":\"" + token() + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                            + LIFETIME.toSeconds()
                            + ",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\"}");
        }
    }

    private String token() {
        return "loopback-token-" + paths.size();
    }

    private Instant expires() {
        return Instant.ofEpochSecond(clock.instant().plus(LIFETIME).getEpochSecond());
    }

    /** A JSON web token whose signature nobody checks. */
    private String identity() {
        String payload = "{\"aud\":\"any\",\"jti\":\"" + paths.size() + "\",\"exp\":"
                + expires().getEpochSecond() + "}";
        return base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(payload) + "." + base64("signature");
    }

    private static boolean asksForIdentity(String body) {
        int start = body.indexOf("assertion=");
        if (start < 0) {
            return false;
        }
        String claims = body.substring(start).split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8).contains("target_audience");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange call, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** A key file of a service account whose tokens come from here; the key is made in this process. */
    Path keyFile(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("key.json"),
                ("{'type':'service_account','project_id':'acme','client_id':'1','private_key_id':'k',"
                                + "'client_email':'robot@acme.iam.gserviceaccount.com','token_uri':'" + uri()
                                + "/token','private_key':'" + privateKey() + "'}")
                        .replace('\'', '"'));
    }

    /** The private key as a key file has it, line breaks escaped. */
    static String privateKey() {
        return "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has RSA", e);
        }
    }

    /** A transport that leads every request here, whatever host it names. */
    HttpTransportFactory transport() {
        ChannelTransport connections = ChannelTransport.pooling(4);
        return () -> new HttpTransport() {
            @Override
            protected LowLevelHttpRequest buildRequest(String method, String url) {
                return connections.buildRequest(method, uri() + URI.create(url).getRawPath());
            }
        };
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
