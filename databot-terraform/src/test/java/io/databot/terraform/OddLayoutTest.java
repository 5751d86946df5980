package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are found in whatever layout they stand, and by no name but their own. */
class OddLayoutTest {

    private static String state(Object attributes) {
        return LaidOutJson.likeTerraform(AnyState.withAttributes(attributes));
    }

    @ParameterizedTest
    @ValueSource(strings = {" : ", ": \n            ", ":\n            ", "\n            : ", ":", ":  ", "\t:"})
    void spaceAroundAColonDoesNotMisleadTheSearch(String colon) {
        String json = state(OddState.map("a", "b", "b", "c", "c", "d")).replace("\"a\": ", "\"a\"" + colon);
        for (String name : List.of("a", "b", "c")) {
            assertThat(States.read(json).get("a_b.c." + name).asString())
                    .isEqualTo(Character.toString(name.charAt(0) + 1));
        }
    }

    @Test
    void valueOnALineOfItsOwnIsNotTakenForAName() {
        State state = States.read(state(OddState.map("a", "b", "c", "d")).replace("\"a\": ", "\"a\":\n            "));
        assertThat(state.find("a_b.c.b")).isEmpty();
        assertThat(state.get("a_b.c.c").asString()).isEqualTo("d");
    }

    @Test
    void commaOnALineOfItsOwnDoesNotEndTheSearch() {
        String json = state(OddState.map("a", "b", "c", "d", "l", List.of("x", "y")));
        State state =
                States.read(json.replace("\"b\",", "\"b\"\n          ,").replace("\"x\",", "\"x\"\n            ,"));
        assertThat(state.get("a_b.c.c").asString()).isEqualTo("d");
        assertThat(state.get("a_b.c.l[1]").asString()).isEqualTo("y");
    }

    @Test
    void doubledDollarOrPercentSignIsOne() {
        State state = States.read(state(Map.of("o", OddState.map("${a}", 1, "$${a}", 2, "%{a}", 3, "%%{a}", 4))));
        assertThat(state.get("a_b.c.o[\"$${a}\"]").asLong()).isEqualTo(1);
        assertThat(state.get("a_b.c.o[\"$$${a}\"]").asLong()).isEqualTo(2);
        assertThat(state.get("a_b.c.o[\"%%{a}\"]").asLong()).isEqualTo(3);
        assertThat(state.get("a_b.c.o[\"%%%{a}\"]").asLong()).isEqualTo(4);
    }

    @Test
    void marksOfOneInstanceAreNotThoseOfTheLast() {
        String marks = "\"sensitive_attributes\":[[{\"type\":\"get_attr\",\"value\":\"id\"}]]";
        State state = States.read(States.withResources(States.resourceWithInstances(
                "google_service_account_key",
                "c",
                "{\"index_key\":0,\"attributes\":{\"id\":\"some\"}},{\"index_key\":1,\"attributes\":{\"id\":\"other\"},"
                        + marks + "},{\"index_key\":2,\"attributes\":{\"id\":\"third\"}}")));
        for (int times = 0; times < 2; times++) {
            assertThat(state.get("google_service_account_key.c").asList())
                    .extracting(instance -> instance.asMap().get("id").sensitive())
                    .containsExactly(false, true, false);
        }
    }

    @Test
    void nameThatGoesOnBehindTheEndOfTheFileIsNotFound() {
        State state = States.read(state(Map.of("x", "y")));
        assertThat(state.find("a_b.c." + "x".repeat(10_000))).isEmpty();
        assertThat(state.find("a_b.c.x[\"" + "x".repeat(10_000) + "\"]")).isEmpty();
        assertThat(state.find("a_b." + "c".repeat(10_000))).isEmpty();
        assertThat(state.find("a_b.c.ü" + "x".repeat(10_000))).isEmpty();
    }

    @Test
    void nameThatOnlyStandsBehindTheAttributesIsNotFound() {
        Object instance = OddState.map(
                "attributes",
                OddState.map("a", 1),
                "identity",
                OddState.map("b", 2),
                "dependencies",
                List.of("c", "d"));
        Object block = OddState.map("mode", "managed", "type", "a_b", "name", "c", "instances", List.of(instance));
        State state = States.read(LaidOutJson.likeTerraform(
                OddState.map("version", new AnyJson.Digits("4"), "resources", List.of(block))));
        assertThat(state.get("a_b.c.a").asLong()).isEqualTo(1);
        for (String name : List.of("b", "c", "d", "identity")) {
            assertThat(state.find("a_b.c." + name)).as(name).isEmpty();
        }
    }

    @Test
    void attributeIsFoundWhereverOthersOfItsKindHadIt() {
        List<Object> instances = new ArrayList<>();
        // The search for z begins where the last one found it.
        int[] lengths = {0, 1_000, 10, 0, 100, 300, 900, 1_000, 0};
        for (int key = 0; key < lengths.length; key++) {
            Map<String, Object> attributes = OddState.map("y", "y".repeat(lengths[key]), "z", "z" + key);
            instances.add(OddState.map("index_key", key, "attributes", attributes));
        }
        instances.add(OddState.map("index_key", lengths.length, "attributes", OddState.map("y", "y".repeat(500))));
        Object block = OddState.map("mode", "managed", "type", "a_b", "name", "c", "instances", instances);
        State state = States.read(LaidOutJson.likeTerraform(
                OddState.map("version", new AnyJson.Digits("4"), "resources", List.of(block))));
        for (int key = 0; key < lengths.length; key++) {
            assertThat(state.get("a_b.c[" + key + "].z").asString()).isEqualTo("z" + key);
        }
        assertThat(state.find("a_b.c[" + lengths.length + "].z")).isEmpty();
    }

    @Test
    void nameThatReadsLikeAWholeLineIsNotFound() {
        State state = States.read(state(Map.of("o", OddState.map("x", "y", "z", 1))));
        assertThat(state.find("a_b.c.o[\"x\\\": \\\"y\"]")).isEmpty();
        assertThat(state.find("a_b.c.o[\"x\\\": \\\"y\\\",\\n              \\\"z\"]"))
                .isEmpty();
    }

    @Test
    void halfASurrogatePairIsNoQuestionMark() {
        State state = States.read(state(Map.of("o", Map.of("?", "x"))));
        assertThat(state.find("a_b.c.o[\"?\"]")).isPresent();
        assertThat(state.find("a_b.c.o[\"\ud83d\"]")).isEmpty();
        State keyed = States.read(States.withResources(
                States.resourceWithInstances("a_b", "c", "{\"index_key\":\"?\",\"attributes\":{\"x\":1}}")));
        assertThat(keyed.find("a_b.c[\"?\"].x")).isPresent();
        assertThat(keyed.find("a_b.c[\"\ud83d\"].x")).isEmpty();
    }

    @Test
    void versionAtTheEndOfANarrowerLayoutDoesNotMisleadTheSearch() {
        String json =
                "{\"resources\":[{\"mode\":\"managed\",\"type\":\"a_b\",\"name\":\"c\",\"instances\":[{\"attributes\":{\n"
                        + " ".repeat(10) + "\"x\": \"y\",\n"
                        + " ".repeat(10) + "\"z\": {\n"
                        + " ".repeat(12) + "\"x\": \"not this\"\n"
                        + " ".repeat(10) + "}\n"
                        + " ".repeat(8) + "}}]}],\"version\":4}";
        assertThat(States.read(json).get("a_b.c.x").asString()).isEqualTo("y");
        assertThat(States.read(json).get("a_b.c.z.x").asString()).isEqualTo("not this");
    }

    @Test
    void emptyModuleIsTheRootModule() {
        State state = States.read(States.withResources(
                States.resource("a_b", "c", "{\"x\":1}").replaceFirst("\\{", "{\"module\":\"\",")));
        assertThat(state.get("a_b.c.x").asLong()).isEqualTo(1);
        assertThat(state.get("a_b.c").asMap()).containsOnlyKeys("x");
    }

    @Test
    void attributesThatBecomeFlatHaveChangedAlthoughTheyReadTheSame() {
        String after = States.withResources(
                States.resourceWithInstances("a_b", "c", "{\"attributes_flat\":{\"l.%\":\"1\",\"l.a\":\"x\"}}"));
        State before = States.read(after.replace("attributes_flat", "attributes"));
        assertThat(before.diff(States.read(after)).changed()).hasSize(1);
        assertThat(before.diff(before).isEmpty()).isTrue();
    }

    @Test
    void copyOfWhatBecomesASecretHasChanged() {
        String after = States.withOutputs("\"o\":{\"value\":\"a long secret\",\"sensitive\":true}")
                .replace("[]", "[" + States.resource("a_b", "c", "{\"x\":\"a long secret\"}") + "]");
        State before = States.read(after.replace(",\"sensitive\":true", ""));
        assertThat(before.diff(States.read(after)).changed()).singleElement().satisfies(change -> {
            assertThat(change.attributes()).containsExactly("x");
            assertThat(change.after().attributes().asMap().get("x").sensitive()).isTrue();
        });
    }
}
