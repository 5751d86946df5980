package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.StateFailure;
import io.databot.state.State;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever there may be many of takes time in proportion. The limits are against what would take hours. */
@Timeout(60)
class HugeStateTest {

    private static final int MANY = 100_000;

    private static String many(IntFunction<String> one) {
        return IntStream.range(0, MANY).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String keyed(String key) {
        return "{\"index_key\":" + key + ",\"attributes\":{\"x\":1}}";
    }

    @Test
    void resourceMayBeSplitOverManyBlocks() {
        String resources = many(i -> States.resourceWithInstances("a_b", "c", keyed("\"k" + i + "\"")));
        State state = States.read(States.withResources(resources));
        assertThat(state.instances("a_b")).hasSize(MANY);
        assertThat(state.get("a_b.c").asMap()).hasSize(MANY);
        assertThat(state.get("a_b.c[\"k99999\"].x").asLong()).isEqualTo(1);
        assertThat(state.find("a_b.c[\"k100000\"].x")).isEmpty();
        assertThat(state.diff(state).isEmpty()).isTrue();
        assertRefused(
                States.withResources(resources + "," + States.resourceWithInstances("a_b", "c", keyed("\"k7\""))));
    }

    @Test
    void emptyBlocksOfOneResourceMayBeMany() {
        State state = States.read(States.withResources(many(i -> States.resourceWithInstances("a_b", "c", "")) + ","
                + States.resource("a_b", "c", "{\"x\":1}")));
        assertThat(state.get("a_b.c.x").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"k%05d\"", "\"%d is a longer key\"", "\"\\u006b%d\"", "\"ü%d\"", "%d"})
    void resourceMayHaveManyInstances(String key) {
        String instances = many(i -> keyed(String.format(key, i)));
        State state = States.read(States.withResources(States.resourceWithInstances("a_b", "c", instances)));
        assertThat(state.instances("a_b")).hasSize(MANY);
        String last = String.format(key, MANY - 1).replace("\\u006b", "k");
        assertThat(state.get("a_b.c[" + last + "].x").asLong()).isEqualTo(1);
        assertRefused(States.withResources(
                States.resourceWithInstances("a_b", "c", instances + "," + keyed(String.format(key, MANY / 2)))));
    }

    @Test
    void typesAndModulesMayBeMany() {
        State state = States.read(States.withResources(many(i -> States.resource("t" + i, "c", "{\"x\":" + i + "}")
                .replaceFirst("\\{", "{\"module\":\"module.m[" + i + "]\","))));
        assertThat(state.get("module.m[99999].t99999.c.x").asLong()).isEqualTo(99_999);
        assertThat(state.find("module.m[99998].t99999.c.x")).isEmpty();
        assertThat(state.instances("t500")).hasSize(1);
    }

    @Test
    void deposedObjectsMayBeMany() {
        String deposed = many(i -> "{\"deposed\":\"" + Integer.toHexString(i) + "\",\"attributes\":{}}");
        State state = States.read(States.withResources(States.resourceWithInstances("a_b", "c", deposed)));
        assertThat(state.instances()).hasSize(MANY);
        assertThat(state.find("a_b.c")).isEmpty();
    }

    @Test
    void secretsMayBeMany() {
        String marks = "\"sensitive_attributes\":[[{\"type\":\"get_attr\",\"value\":\"x\"}]]";
        State state = States.read(States.withResources(States.resourceWithInstances(
                        "a_b",
                        "c",
                        many(i -> "{\"index_key\":" + i + ",\"attributes\":{\"x\":\"secret no. " + i + "\"}," + marks
                                + "}"))
                + "," + States.resource("copy", "c", "{\"y\":\"secret no. 77777\"}")));
        assertThat(state.get("copy.c.y").sensitive()).isTrue();
        assertThat(state.get("a_b.c[5].x").sensitive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "c"})
    void deepObjectsOfUnsortedNamesMayHoldMuch(String inner) {
        int depth = 900;
        String content = "[" + "{\"b\":1,\"a\":2},".repeat(MANY) + "0]";
        String deep = ("{\"b\":1,\"" + inner + "\":").repeat(depth) + content + ",\"d\":0,\"\":1}".repeat(depth);
        State state = States.read(States.withResources(States.resource("a_b", "c", deep)));
        assertThat(state.get("a_b.c." + inner + ".b").asLong()).isEqualTo(1);
        assertRefused(States.withResources(States.resource("a_b", "c", deep.replaceFirst("\"d\":0", "\"b\":0"))));
    }

    private static void assertRefused(String json) {
        assertThatExceptionOfType(StateFailure.class).isThrownBy(() -> States.read(json));
    }
}
