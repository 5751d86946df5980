package io.databot.terraform;

import static io.databot.terraform.Refused.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that is no state that can be read: what each kind is called, and that no message quotes it. */
class BadContentTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t"})
    void nothingIsEmpty(String content) {
        assertThat(refusal(content).problem()).isEqualTo(Problem.EMPTY);
    }

    @Test
    void everyPrefixOfAStateIsTruncated() {
        byte[] whole = States.resource("default.tfstate");
        int end = new String(whole, StandardCharsets.UTF_8).lastIndexOf('}');
        for (int length = 1; length <= end; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length)).problem())
                    .as("the first %d bytes", length)
                    .isEqualTo(Problem.TRUNCATED);
        }
    }

    @Test
    void everyPrefixWithCharactersOfAllLengthsIsTruncated() {
        byte[] whole = States.withOutputs(
                        "\"ü日😀\":{\"value\":[\"ü日😀\",\"\\u00fc\",1.5e3,true,false,null],\"type\":\"x\"}")
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length)).problem())
                    .as("the first %d bytes", length)
                    .isEqualTo(Problem.TRUNCATED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0 AF", "ED A0 80", "F4 90 80 80", "FF", "80", "E2 28 A1", "F0 80 80 80"})
    void bytesThatAreNotUtf8AreNotJson(String hex) {
        byte[] start = bytes("{\"version\":4,\"a\":\"");
        byte[] bad = HexFormat.ofDelimiter(" ").parseHex(hex);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(start);
        content.writeBytes(bad);
        content.writeBytes(bytes("\"}"));
        StateFailure failure = refusal(content.toByteArray());
        assertThat(failure.problem()).isEqualTo(Problem.NOT_JSON);
        assertThat(failure).hasMessageContaining("not UTF-8 at byte " + start.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "5", "-4", "\"4\"", "4.0", "99999999999999999999", "null", "[4]"})
    void otherVersionsAreUnsupported(String version) {
        StateFailure failure = refusal("{\"version\":" + version + ",\"modules\":[\"SWORDFISH\"],\"resources\":7}");
        assertThat(failure.problem()).isEqualTo(Problem.UNSUPPORTED_VERSION);
    }

    @Test
    void versionThatComesLastCountsToo() {
        StateFailure failure = refusal("{\"resources\":7,\"outputs\":\"SWORDFISH\",\"version\":5}");
        assertThat(failure.problem()).isEqualTo(Problem.UNSUPPORTED_VERSION);
        assertThat(failure).hasMessageContaining("version is 5").hasMessageContaining("newer Databot");
    }

    @Test
    void oldVersionsSayWhatToDo() {
        assertThat(refusal("{\"version\":2,\"modules\":[]}"))
                .hasMessageContaining("version is 2")
                .hasMessageContaining("terraform apply");
        StateFailure binary = refusal("tfstate\u0001\u0000SWORDFISH");
        assertThat(binary.problem()).isEqualTo(Problem.UNSUPPORTED_VERSION);
        assertThat(binary).hasMessageContaining("format version 0");
    }

    @Test
    void encryptedStateIsNamedAsSuch() {
        StateFailure failure = refusal(TofuEncryption.standard().file(States.withResources("")));
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure).hasMessageContaining("OpenTofu").hasMessageContaining("tofu state pull");
        StateFailure sops = refusal("{\"version\":\"ENC[SWORDFISH]\",\"serial\":\"ENC[x]\",\"sops\":{}}");
        assertThat(sops.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(sops).hasMessageContaining("SOPS");
    }

    static Stream<Arguments> malformed() {
        String good = "{\"attributes\":{}}";
        return Stream.of(
                Arguments.of("{\"version\":4,\"serial\":1,\"serial\":2}", "stands twice"),
                Arguments.of(one("{\"a\":1,\"SWORDFISH\":2,\"SWORDFISH\":3}"), "stands twice"),
                Arguments.of("{\"version\":4,\"serial\":-1}", "serial"),
                Arguments.of("{\"version\":4,\"serial\":1.5}", "serial"),
                Arguments.of("{\"version\":4,\"serial\":18446744073709551616}", "serial"),
                Arguments.of("{\"version\":4,\"serial\":\"SWORDFISH\"}", "serial"),
                Arguments.of("{\"version\":4,\"lineage\":[\"SWORDFISH\"]}", "lineage"),
                Arguments.of("{\"version\":4,\"resources\":{}}", "resources is not a list"),
                Arguments.of("{\"version\":4,\"resources\":\"SWORDFISH\"}", "resources is not a list"),
                Arguments.of("{\"version\":4,\"resources\":[\"SWORDFISH\"]}", "resource is not an object"),
                Arguments.of("{\"resources\":[\"SWORDFISH\"],\"version\":4}", "resource is not an object"),
                Arguments.of("{\"version\":4,\"outputs\":[]}", "outputs is not an object"),
                Arguments.of(States.withOutputs("\"a\":\"SWORDFISH\""), "output is not an object"),
                Arguments.of(States.withOutputs("\"a\":{\"type\":\"string\"}"), "no value"),
                Arguments.of(States.withOutputs("\"a\":{\"value\":1,\"sensitive\":\"SWORDFISH\"}"), "sensitive"),
                Arguments.of(States.withResources("{\"type\":\"a\",\"name\":\"b\",\"instances\":[]}"), "mode"),
                Arguments.of(States.withResources("{\"mode\":\"SWORDFISH\",\"type\":\"a\",\"name\":\"b\"}"), "mode"),
                Arguments.of(States.withResources("{\"mode\":\"managed\",\"name\":\"b\"}"), "type or name"),
                Arguments.of(
                        States.withResources("{\"mode\":\"managed\",\"type\":\"a\",\"name\":\"SWORD.FISH\"}"),
                        "type or name"),
                Arguments.of(States.withResources("{\"mode\":\"managed\",\"type\":5,\"name\":\"b\"}"), "not a text"),
                Arguments.of(
                        States.withResources(
                                "{\"module\":\"SWORDFISH\",\"mode\":\"managed\",\"type\":\"a\",\"name\":\"b\"}"),
                        "module"),
                Arguments.of(keyed("1.5"), "index_key"),
                Arguments.of(keyed("-1"), "index_key"),
                Arguments.of(keyed("true"), "index_key"),
                Arguments.of(keyed("[\"SWORDFISH\"]"), "index_key"),
                Arguments.of(keyed("99999999999999999999"), "index_key"),
                Arguments.of(keyed("1e999999999"), "digits"),
                Arguments.of(instances("{\"status\":\"SWORDFISH\",\"attributes\":{}}"), "status"),
                Arguments.of(instances("{\"attributes\":[\"SWORDFISH\"]}"), "attributes are not an object"),
                Arguments.of(instances("\"SWORDFISH\""), "instance is not an object"),
                Arguments.of(instances(good + "," + good), "google_a.b stands twice"),
                Arguments.of(one("{\"a\":1e999999999}"), "100000 digits"),
                Arguments.of(one("{\"a\":1e-999999999}"), "100000 digits"),
                Arguments.of(one("{\"a\":1e99999999999999999999}"), "100000 digits"),
                Arguments.of(one("{\"a\":" + "9".repeat(100_001) + "}"), "100000 digits"),
                Arguments.of(one("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"), "nested deeper"),
                Arguments.of("[".repeat(100_000), "nested deeper"),
                Arguments.of("{\"a\":".repeat(100_000), "nested deeper"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String one(String attributes) {
        return States.withResources(States.resource("google_a", "b", attributes));
    }

    private static String instances(String instances) {
        return States.withResources(States.resourceWithInstances("google_a", "b", instances));
    }

    private static String keyed(String key) {
        return instances("{\"index_key\":" + key + ",\"attributes\":{}}");
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String content, String called) {
        StateFailure failure = refusal(content);
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining(called);
    }

    @Test
    void malformedAttributesAreRefusedWhenTheStateIsRead() {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> States.read(one("{\"a\":[1,2}")));
        assertThat(failure.problem()).isEqualTo(Problem.NOT_JSON);
    }

    @Test
    void namesMadeToCollideDoNoHarm() {
        StringBuilder attributes = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            // Aa and BB have one hash code in Java.
            for (int bit = 13; bit >= 0; bit--) {
                attributes.append(bit == 13 ? (i == 0 ? "\"" : ",\"") : "").append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            attributes.append("\":1");
        }
        assertThat(States.read(one(attributes.append("}").toString()))
                        .get("google_a.b")
                        .asMap())
                .hasSize(1 << 14);
    }
}
