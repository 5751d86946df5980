package io.databot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.databot.examples.Examples;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state behind a real https address: the certificate counts, and one request brings it. */
class HttpsStateTest {

    private static final Path FIXTURE = Path.of("../terraform/fixtures/dev.tfstate");
    private static final String PASSWORD = "of no worth";

    @TempDir
    private Path directory;

    private final AtomicInteger requests = new AtomicInteger();
    private Path keys;
    private HttpsServer server;

    @BeforeEach
    void serve() throws IOException, InterruptedException, GeneralSecurityException {
        keys = directory.resolve("keys.p12");
        makeCertificate();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/dev", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** By the tool that comes with Java, which has no public interface for it. */
    private void makeCertificate() throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            byte[] state = Files.readAllBytes(FIXTURE);
            exchange.sendResponseHeaders(200, state.length);
            exchange.getResponseBody().write(state);
        }
    }

    private List<String> query(int exitCode, List<String> options) throws IOException, InterruptedException {
        String address = "https://localhost:" + server.getAddress().getPort() + "/dev";
        return FreshJvm.run(exitCode, options, Examples.class, "state-query", "output.project_id", address);
    }

    @Test
    void stateIsReadWithOneRequest() throws Exception {
        List<String> trust =
                List.of("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        assertThat(query(0, trust)).contains("acme-robots-dev");
        assertThat(requests).hasValue(1);
    }

    @Test
    void serverWhoseCertificateNobodyVouchesForIsNotAsked() throws Exception {
        assertThat(query(1, List.of()))
                .anyMatch(line -> line.contains("no secure connection could be made"))
                .doesNotContain("acme-robots-dev");
        assertThat(requests).hasValue(0);
    }
}
