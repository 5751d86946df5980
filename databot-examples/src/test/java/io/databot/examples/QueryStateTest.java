package io.databot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.databot.state.Address;
import io.databot.state.StateValue;
import io.databot.testkit.StateDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program {@code state-query}. */
class QueryStateTest {

    private static final String FIXTURE = "../terraform/fixtures/dev.tfstate";

    @TempDir
    private Path directory;

    private String file;

    @BeforeEach
    void writeState() throws IOException {
        StateValue secret = StateValue.of("s3cr3t").asSensitive();
        StateDescription state = StateDescription.empty()
                .with(
                        "thing.a[\"x\"]",
                        Map.of(
                                "text", StateValue.of("two\nlines"),
                                "number", StateValue.of(9_007_199_254_740_993L),
                                "nothing", StateValue.ofNull(),
                                "mixed", StateValue.of(List.of(StateValue.of("plain"), secret))))
                .with("data.thing.b", Map.of())
                .with(new StateDescription.Instance(
                        Address.parse("thing.old"), StateValue.of(Map.of()), false, Optional.of("0123abcd")))
                .withOutput("password", secret);
        file = Files.writeString(directory.resolve("a.tfstate"), state.terraformState())
                .toString();
    }

    private String print(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "state-query";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void textIsPrintedAsItIs() {
        assertThat(print("thing.a[\"x\"].text", file)).isEqualTo("two\nlines\n");
    }

    @Test
    void otherValuesArePrintedAsJsonOnOneLine() {
        assertThat(print("thing.a[\"x\"].number", file)).isEqualTo("9007199254740993\n");
        assertThat(print("thing.a[\"x\"].nothing", file)).isEqualTo("null\n");
        assertThat(print("output.databot.workbenches.databot.desired_state", FIXTURE))
                .isEqualTo("STOPPED\n");
        assertThat(print("output.buckets", FIXTURE))
                .isEqualTo("{\"archive\":\"acme-robots-dev-archive\",\"data\":\"acme-robots-dev-data\","
                        + "\"scratch\":\"acme-robots-dev-scratch\"}\n");
    }

    @Test
    void prettyIsTheSameJsonOnSeveralLines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String pretty = print("--pretty", "output.databot", FIXTURE);

        assertThat(pretty).startsWith("{\n  \"apis\": [\n    \"aiplatform");
        assertThat(json.readTree(pretty)).isEqualTo(json.readTree(print("output.databot", FIXTURE)));
        assertThat(print("--pretty", "output.jobs", FIXTURE)).isEqualTo("{}\n");
    }

    @Test
    void sensitiveIsShownOnlyWhereItIsAskedFor() {
        assertThat(print("output.password", file)).isEqualTo("(sensitive)\n");
        assertThat(print("output.password", file, "--reveal")).isEqualTo("s3cr3t\n");
        assertThat(print("thing.a[\"x\"].mixed", file)).isEqualTo("[\"plain\",\"(sensitive)\"]\n");
        assertThat(print("thing.a[\"x\"].mixed", file, "--pretty"))
                .isEqualTo("[\n  \"plain\",\n  \"(sensitive)\"\n]\n");
        assertThat(print("thing.a[\"x\"].mixed", file, "--reveal")).isEqualTo("[\"plain\",\"s3cr3t\"]\n");
    }

    @Test
    void listNamesEveryCurrentInstance() {
        assertThat(print("--list", file))
                .isEqualTo("thing.a[\"x\"]" + System.lineSeparator() + "data.thing.b" + System.lineSeparator());
    }

    @Test
    void environmentIsFoundByItsName() {
        assertThat(print("output.project_id", "prod")).isEqualTo("acme-robots-prod\n");
        assertThat(print("output.project_id")).isEqualTo("acme-robots-dev\n");
    }

    @Test
    void missingValueFailsAndNamesTheNearest() {
        Run run = Run.of("state-query", "output.project", FIXTURE);

        assertThat(run.code()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("output.project").contains("Nearest: output.project_id");
    }

    @Test
    void missingFileFails() {
        Run run = Run.of("state-query", "output.project", "./nowhere.tfstate");

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("nowhere.tfstate").hasLineCount(1);
    }

    @Test
    void wrongQueryIsACallingErrorWhereverTheStateIs() {
        Run run = Run.of("state-query", "thing.a[", "./nowhere.tfstate");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("column 9").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "thing.a --what", "thing.a one two", "--list one two"})
    void wrongCallSaysHowToCallIt(String arguments) {
        Run run = Run.of(("state-query " + arguments).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Say state-query ADDRESS [ENV|LOCATION]").hasLineCount(1);
    }

    /** Answers every GET with the state, and notes what was asked for. */
    private HttpServer server(List<String> asked) throws IOException {
        byte[] state = Files.readAllBytes(Path.of(file));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getResponseHeaders().set("x-goog-generation", "7");
            exchange.getResponseHeaders().set("x-goog-hash", "crc32c=" + crc32c(state));
            exchange.sendResponseHeaders(200, state.length);
            exchange.getResponseBody().write(state);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** As Cloud Storage writes it: four bytes in base 64. */
    private static String crc32c(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    @Test
    void stateBehindAnHttpAddressIsReadWithOneRequest() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = server(asked);
        try {
            String place = "http://127.0.0.1:" + server.getAddress().getPort() + "/team/dev";
            assertThat(print("thing.a[\"x\"].number", place)).isEqualTo("9007199254740993\n");
            assertThat(asked).containsExactly("GET /team/dev");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void stateInGoogleCloudStorageIsReadWithOneRequest() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = server(asked);
        System.setProperty(
                "databot.storage.host",
                "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("databot.credentials.kind", "none");
        try {
            assertThat(print("thing.a[\"x\"].number", "gs://acme-tfstate/dev/default.tfstate"))
                    .isEqualTo("9007199254740993\n");
            assertThat(asked)
                    .singleElement()
                    .asString()
                    .startsWith("GET ")
                    .contains("/b/acme-tfstate/o/dev%2Fdefault.tfstate", "alt=media");
        } finally {
            System.clearProperty("databot.storage.host");
            System.clearProperty("databot.credentials.kind");
            server.stop(0);
        }
    }
}
