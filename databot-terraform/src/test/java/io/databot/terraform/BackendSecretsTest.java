package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.credential.Secret;
import io.databot.failure.DatabotException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, no secret of a backend, an address, a variable or an answer is in a failure or a log. */
class BackendSecretsTest {

    private static final String SECRET = "SWORDFISH";
    private static final String HTTP = "\"address\":\"https://SWORDFISH:SWORDFISH@state.example/dev?sig=SWORDFISH\","
            + "\"lock_address\":\"https://SWORDFISH@x/\",\"username\":\"SWORDFISH\",\"password\":\"SWORDFISH\"";
    private static final String HCP =
            "\"hostname\":\"state.example\",\"organization\":\"acme\",\"token\":\"SWORDFISH\",\"workspaces\":{\"name\":\"dev\"}";
    private static final String GARBAGE = "{\"SWORDFISH\": SWORDFISH";

    @TempDir
    private Path directory;

    private final StateServer server = new StateServer();
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public synchronized void publish(LogRecord record) {
            if (record.getLoggerName() != null && record.getLoggerName().startsWith("io.databot")) {
                logged.add(record.getMessage()
                        + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()));
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is held on to.
        }
    };

    @BeforeEach
    void capture() {
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(handler);
        server.close();
    }

    /** What every address answers. */
    static Stream<Arguments> answers() {
        List<Arguments> all = new ArrayList<>();
        for (int status : new int[] {200, 204, 206, 304, 400, 401, 403, 404, 418, 429, 500, 501, 503}) {
            all.add(Arguments.of(status, "https://SWORDFISH/"));
        }
        for (String location : new String[] {"https://SWORDFISH SWORDFISH/", "http://x/SWORDFISH", "/SWORDFISH"}) {
            all.add(Arguments.of(301, location));
        }
        return all.stream();
    }

    private void answer(int status, String location) {
        for (String address : List.of(
                "https://state.example/dev?sig=SWORDFISH",
                "https://state.example/SWORDFISH",
                "https://state.example/.well-known/terraform.json")) {
            String content = status == 204 || status == 304 ? "" : GARBAGE;
            server.at(
                    address, status, content, "Location", location, "WWW-Authenticate", SECRET, "Retry-After", SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersOfAnHttpBackend(int status, String location) {
        answer(status, location);
        note("http", HTTP);
        assertSilent(builder());
        assertSilent(builder().location("https://SWORDFISH:SWORDFISH@state.example/dev?sig=SWORDFISH#SWORDFISH"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersOfHcpTerraform(int status, String location) {
        answer(status, location);
        for (String type : List.of("remote", "cloud")) {
            note(type, HCP);
            assertSilent(builder());
        }
        assertSilent(builder().location("remote://state.example/acme/dev"));
        HcpServer hcp = new HcpServer(server, "state.example");
        hcp.answer("organizations/acme/workspaces/dev", status, GARBAGE);
        assertSilent(builder());
        hcp.workspace("acme", "dev", "ws-1").answer("workspaces/ws-1/current-state-version", status, GARBAGE);
        assertSilent(builder());
        hcp.version("ws-1", "sv-1", "https://store.example/?sig=SWORDFISH");
        server.at("https://store.example/?sig=SWORDFISH", status, GARBAGE, "Location", location);
        assertSilent(builder());
    }

    static Stream<Arguments> configurations() {
        List<Arguments> all = new ArrayList<>();
        Map<String, List<String>> names = Map.of(
                "http",
                List.of(
                        "address",
                        "username",
                        "password",
                        "lock_address",
                        "client_ca_certificate_pem",
                        "client_certificate_pem",
                        "client_private_key_pem",
                        "skip_cert_verification"),
                "remote",
                List.of("hostname", "token", "workspaces"),
                "cloud",
                List.of("hostname", "token", "workspaces"),
                "s3",
                List.of("bucket", "key", "access_key", "secret_key", "token", "sse_customer_key"),
                "azurerm",
                List.of("access_key", "sas_token", "client_secret", "key"),
                "gcs",
                List.of("credentials", "access_token", "encryption_key"),
                "pg",
                List.of("conn_str"));
        List<String> values = List.of(
                "\"SWORDFISH\"",
                "\"SWORD FISH SWORDFISH\\n\"",
                "\"https://SWORDFISH:SWORDFISH@h:SWORDFISH/\"",
                "\"https://SWORD%zzFISH\"",
                "[\"SWORDFISH\"]",
                "{\"name\":\"SWORDFISH/\",\"prefix\":\"SWORDFISH \"}",
                "{\"SWORDFISH\":true}",
                "true",
                "7");
        names.forEach((type, all2) ->
                all2.forEach(name -> values.forEach(value -> all.add(Arguments.of(type, name, value)))));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void illFormedArguments(String type, String name, String value) {
        Map<String, String> good = Map.of(
                "http",
                "\"address\":\"https://state.example/dev\"",
                "remote",
                HCP,
                "cloud",
                HCP,
                "gcs",
                "\"bucket\":\"b-c\"");
        String rest = good.getOrDefault(type, "\"x\":1");
        String without =
                rest.replaceAll("\"" + name + "\":(\\{[^}]*}|\"[^\"]*\"),?", "").replaceAll(",$", "");
        note(type, "\"" + name + "\":" + value + (without.isEmpty() ? "" : "," + without));
        assertSilent(builder());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void troubleOnTheWay(UnaryOperator<URI> route) {
        note("http", HTTP);
        assertSilent(builder().route(route));
        note("remote", HCP);
        assertSilent(builder().route(route));
    }

    static Stream<UnaryOperator<URI>> routes() {
        return Stream.of(
                any -> URI.create("http://127.0.0.1:1/SWORDFISH"),
                any -> URI.create("http://host.invalid/SWORDFISH"),
                any -> URI.create("https://127.0.0.1:1/?SWORDFISH"));
    }

    private TerraformState.Builder builder() {
        return TerraformState.builder("dev")
                .directory(directory)
                .route(server::route)
                .requestTimeout(Duration.ofSeconds(20))
                .httpIdentity(SECRET, Secret.of(SECRET))
                .variables(name -> Optional.of(SECRET)
                        .filter(any -> name.startsWith("TF_TOKEN_") || name.startsWith("TF_HTTP_USER")));
    }

    private void note(String type, String config) {
        new Tree(directory)
                .write(
                        "environments/dev/.terraform/terraform.tfstate",
                        "{\"version\":3,\"backend\":{\"type\":\"" + type + "\",\"config\":{" + config + "}}}");
    }

    /** Reading fails, and nothing that could be printed of it holds the secret. */
    private void assertSilent(TerraformState.Builder builder) {
        try (TerraformState source = builder.build()) {
            DatabotException failure = catchThrowableOfType(DatabotException.class, source::read);
            assertThat(failure).isNotNull();
            assertThat(everything(failure)).doesNotContain(SECRET, "SWORD FISH", "SWORD%");
            assertThat(failure.details().toString()).doesNotContain(SECRET);
        }
        assertThat(logged).noneMatch(line -> line.contains(SECRET));
    }

    /** Messages, causes and what was suppressed. */
    private static String everything(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
