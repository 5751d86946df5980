package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of each format that is read. */
class EveryFormatTest {

    private static final String OUTPUT = "\"ü日😀\":{\"sensitive\":true,\"type\":\"string\",\"value\":\"swordfish-ü\"}";
    private static final long SEED = 20_260_801;

    private static final StateParser PARSER = new StateParser(() -> Optional.of(TofuEncryption.PASSPHRASE));

    private static State read(byte[] bytes) {
        return PARSER.parse(bytes, "test.tfstate", Instant.EPOCH);
    }

    static Stream<Arguments> samples() {
        String four = States.withOutputs(OUTPUT);
        return Stream.of(
                Arguments.of("version 4", four),
                Arguments.of(
                        "version 3",
                        "{\"version\":3,\"serial\":1,\"lineage\":\"x\",\"modules\":[{\"path\":[\"root\"],\"outputs\":{"
                                + OUTPUT
                                + "},\"resources\":{\"a.b.0\":{\"primary\":{\"id\":\"1\",\"attributes\":{\"x.#\":\"1\",\"x.0\":\"y\"},"
                                + "\"tainted\":false},\"deposed\":[]}}}]}"),
                Arguments.of(
                        "show -json",
                        "{\"format_version\":\"1.0\",\"values\":{\"outputs\":{" + OUTPUT
                                + "},\"root_module\":{\"resources\":[{\"address\":\"a.b[0]\",\"mode\":\"managed\",\"type\":\"a\","
                                + "\"name\":\"b\",\"index\":0,\"values\":{\"x\":[1.5e3,true,null]},\"sensitive_values\":{\"x\":[false]}}]}}}"),
                Arguments.of("output -json", "{" + OUTPUT + "}"),
                Arguments.of("encrypted", TofuEncryption.standard().file(four)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void outputsAndTheirMarksAreRead(String format, String sample) {
        State state = read(sample.getBytes(StandardCharsets.UTF_8));
        assertThat(state.outputs().get("ü日😀").asString()).isEqualTo("swordfish-ü");
        assertThat(state.outputs().get("ü日😀").sensitive()).isTrue();
        assertThat(state.toString() + state.outputs()).doesNotContain("swordfish");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyPrefixIsTruncated(String format, String sample) {
        byte[] whole = sample.getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            StateFailure failure = catchThrowableOfType(StateFailure.class, () -> read(prefix));
            assertThat(failure.problem()).as("the first %d bytes", length).isEqualTo(Problem.TRUNCATED);
        }
    }

    /** Of any other exception or error the test itself dies. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void changedBytesAreReadOrRefused(String format, String sample) {
        byte[] whole = sample.getBytes(StandardCharsets.UTF_8);
        byte[] wanted = "{}[]\",:0-e\\\u0000nt".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] = wanted[random.nextInt(wanted.length)];
            try {
                read(changed).instances().forEach(instance -> instance.attributes());
            } catch (StateFailure e) {
                refused++;
                assertThat(e).hasMessageNotContaining("swordfish");
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void moreValuesThanThereIsMemoryForAreRefusedBeforeTheyAreRead() {
        StateText text = StateText.of("{\"a\":[1,{},null]}".getBytes(StandardCharsets.UTF_8), new Refusals("x"));
        assertThat(Values.whole(text, 5).asMap()).containsOnlyKeys("a");
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> Values.whole(text, 4));
        assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
        assertThat(failure).hasMessageContaining("4 values").hasMessageContaining("terraform state pull");
    }
}
