package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateInstance;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States of Terraform 0.7 to 0.11. */
class Version3StateTest {

    private static String state(String modules) {
        return "{\"version\":3,\"terraform_version\":\"0.11.14\",\"serial\":8,\"lineage\":\"" + States.LINEAGE
                + "\",\"modules\":[" + modules + "]}";
    }

    private static String module(String path, String outputs, String resources) {
        return "{\"path\":[" + path + "],\"outputs\":{" + outputs + "},\"resources\":{" + resources
                + "},\"depends_on\":[]}";
    }

    private static String resource(String key, String instance) {
        return "\"" + key + "\":{\"type\":\"x\",\"depends_on\":[],\"primary\":" + instance
                + ",\"deposed\":[],\"provider\":\"p\"}";
    }

    private static String instance(String id, String attributes) {
        return "{\"id\":\"" + id + "\",\"attributes\":{" + attributes
                + "},\"meta\":{\"schema_version\":\"1\"},\"tainted\":false}";
    }

    private static State withResources(String resources) {
        return States.read(state(module("\"root\"", "", resources)));
    }

    private static final String BUCKET = instance(
            "acme-dev-data",
            "\"id\":\"acme-dev-data\",\"name\":\"acme-dev-data\",\"labels.%\":\"2\",\"labels.a.b\":\"c\",\"labels.environment\":\"dev\","
                    + "\"lifecycle_rule.#\":\"1\",\"lifecycle_rule.0.action.#\":\"1\",\"lifecycle_rule.0.action.0.type\":\"Delete\"");

    @Test
    void headerIsRead() {
        State state = States.read(state(""));
        assertThat(state.lineage()).isEqualTo(States.LINEAGE);
        assertThat(state.serial()).isEqualTo(8);
        assertThat(state.instances()).isEmpty();
    }

    @Test
    void flatAttributesAreUnfolded() {
        State state = withResources(resource("google_storage_bucket.data", BUCKET));
        assertThat(state.get("google_storage_bucket.data.labels[\"a.b\"]").asString())
                .isEqualTo("c");
        assertThat(state.get("google_storage_bucket.data.lifecycle_rule[0].action[0].type")
                        .asString())
                .isEqualTo("Delete");
    }

    @Test
    void keysBecomeAddresses() {
        State state = States.read(state(module(
                        "\"root\"",
                        "",
                        resource("a_b.c", instance("1", "")) + "," + resource("a_b.n.0", instance("2", "")) + ","
                                + resource("a_b.n.10", instance("3", "")) + ","
                                + resource("data.a_b.c", instance("4", ""))
                                + "," + resource("data.a_b.n.1", instance("5", "")))
                + ","
                + module("\"root\",\"m\",\"n\"", "", resource("a_b.c", instance("6", "")))));
        assertThat(state.instances())
                .extracting(instance -> instance.address().toString())
                .containsExactly(
                        "a_b.c", "a_b.n[0]", "a_b.n[10]", "data.a_b.c", "data.a_b.n[1]", "module.m.module.n.a_b.c");
        assertThat(state.get("a_b.n").asList()).hasSize(2);
        assertThat(state.get("module.m.module.n.a_b.c.id").asString()).isEqualTo("6");
        assertThat(state.instances().get(3).address().mode()).isEqualTo(ResourceMode.DATA);
    }

    @Test
    void taintedAndDeposedObjectsAreTold() {
        State state = withResources(
                "\"a_b.c\":{\"primary\":" + instance("new", "").replace("\"tainted\":false", "\"tainted\":true")
                        + ",\"deposed\":[" + instance("old", "") + "," + instance("older", "")
                        + "]},\"a_b.d\":{\"primary\":null,\"deposed\":["
                        + instance("left", "") + "]}");
        assertThat(state.instances())
                .extracting(StateInstance::toString)
                .containsExactly(
                        "a_b.c (tainted)",
                        "a_b.c (deposed 00000001)",
                        "a_b.c (deposed 00000002)",
                        "a_b.d (deposed 00000001)");
        assertThat(state.get("a_b.c.id").asString()).isEqualTo("new");
        assertThat(state.find("a_b.d")).isEmpty();
    }

    @Test
    void outputsAreThoseOfTheRootModule() {
        State state = States.read(state(module(
                        "\"root\"",
                        "\"m\":{\"sensitive\":false,\"type\":\"map\",\"value\":{\"k\":\"v\"}},"
                                + "\"s\":{\"sensitive\":true,\"type\":\"string\",\"value\":\"hidden\"}",
                        "")
                + ","
                + module("\"root\",\"child\"", "\"c\":{\"sensitive\":false,\"type\":\"string\",\"value\":\"x\"}", "")));
        assertThat(state.outputs()).containsOnlyKeys("m", "s");
        assertThat(state.get("output.m.k").asString()).isEqualTo("v");
        assertThat(state.get("output.s").sensitive()).isTrue();
    }

    @Test
    void secretsOfKnownTypesAndTheirCopiesAreMarked() {
        State state = States.read(state(module(
                "\"root\"",
                "\"copy\":{\"sensitive\":false,\"type\":\"string\",\"value\":\"swordfish-1\"},"
                        + "\"told\":{\"sensitive\":true,\"type\":\"string\",\"value\":\"swordfish-2\"}",
                resource("google_sql_user.u", instance("u", "\"password\":\"swordfish-1\"")) + ","
                        + resource(
                                "a_b.c",
                                instance("c", "\"x.%\":\"1\",\"x.y\":\"swordfish-1\",\"z\":\"swordfish-2\"")))));
        assertThat(state.get("google_sql_user.u.password").sensitive()).isTrue();
        assertThat(state.get("output.copy").sensitive()).isTrue();
        assertThat(state.get("a_b.c.x.y").sensitive()).isTrue();
        assertThat(state.get("a_b.c.z").sensitive()).isTrue();
    }

    @Test
    void identifierBesideTheAttributesIsNotLost() {
        State state = withResources(resource("a_b.c", "{\"id\":\"outer\"}") + ","
                + resource("a_b.d", instance("outer", "\"id\":\"own\"")) + ","
                + resource("a_b.e", instance("outer", "\"id\":\"\"")));
        assertThat(state.get("a_b.c.id").asString()).isEqualTo("outer");
        assertThat(state.get("a_b.d.id").asString()).isEqualTo("own");
        assertThat(state.get("a_b.e.id").asString()).isEqualTo("outer");
    }

    @Test
    void versionMayComeLast() {
        String state = "{\"modules\":[" + module("\"root\"", "", resource("a_b.c", instance("1", "")))
                + "],\"lineage\":\"l\",\"serial\":3,\"version\":3}";
        assertThat(States.read(state).find("a_b.c")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":3,\"backend\":{\"type\":\"gcs\",\"config\":{\"credentials\":\"SWORDFISH\"}}}",
                "{\"version\":3,\"state_store\":{\"type\":\"x\"}}",
                "{\"version\":3,\"backend\":{\"type\":\"gcs\",\"config\":{\"credentials\":\"SWORDFISH\"}},"
                        + "\"modules\":[{\"path\":[\"root\"],\"outputs\":{},\"resources\":{},\"depends_on\":[]}]}"
            })
    void noteOfTheBackendIsNamedAsSuch(String content) {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> States.read(content));
        assertThat(failure.problem()).isEqualTo(Problem.NOT_A_STATE);
        assertThat(failure).hasMessageContaining("terraform init leaves").hasMessageNotContaining("SWORDFISH");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{\"version\":3,\"modules\":{}}", "not a list"),
                Arguments.of(state("\"SWORDFISH\""), "module is not an object"),
                Arguments.of(state("{\"outputs\":{}}"), "path"),
                Arguments.of(state(module("", "", "")), "path"),
                Arguments.of(state(module("\"SWORDFISH\"", "", "")), "path"),
                Arguments.of(state(module("\"root\",7", "", "")), "path"),
                Arguments.of(state(module("\"root\",\"SWORD.FISH\"", "", "")), "path"),
                Arguments.of(state(module("\"root\",\"SWORD[0]\"", "", "")), "path"),
                Arguments.of(one("SWORDFISH"), "key of a resource"),
                Arguments.of(one("a..b"), "key of a resource"),
                Arguments.of(one("a.b.SWORDFISH"), "key of a resource"),
                Arguments.of(one("a.b.-1"), "key of a resource"),
                Arguments.of(one("a.b.0.0"), "key of a resource"),
                Arguments.of(one("a.b.99999999999999999999"), "key of a resource"),
                Arguments.of(one("a.b[0]"), "key of a resource"),
                Arguments.of(one("a.SWORD FISH"), "key of a resource"),
                Arguments.of(state(module("\"root\"", "", "\"a.b\":7")), "resource is not an object"),
                Arguments.of(state(module("\"root\"", "", resource("a.b", "[]"))), "instance is not an object"),
                Arguments.of(
                        state(module("\"root\"", "", resource("a.b", instance("1", "\"x\":[\"SWORDFISH\"]")))),
                        "attribute of a.b is not a text"),
                Arguments.of(state(module("\"root\"", "", resource("a.b", "{\"tainted\":\"SWORDFISH\"}"))), "tainted"),
                Arguments.of(state(module("\"root\"", "\"o\":\"SWORDFISH\"", "")), "output is not an object"),
                Arguments.of(state(module("\"root\"", "", "")).replace("8", "-8"), "serial"),
                Arguments.of(state(module("\"root\"", "", "")).replace("8", "1e3"), "serial"),
                Arguments.of(
                        state(module("\"root\"", "", "") + "," + module("\"root\"", "", "")), "a module stands twice"),
                Arguments.of(
                        state(module(
                                "\"root\"",
                                "",
                                resource("a.b", instance("1", "")) + "," + resource("a.b", instance("1", "")))),
                        "stands twice"),
                Arguments.of(
                        state(module(
                                "\"root\"",
                                "",
                                resource("a.b.1", instance("1", "")) + "," + resource("a.b.01", instance("1", "")))),
                        "a.b[1] stands twice"));
    }

    private static String one(String key) {
        return state(module("\"root\"", "", resource(key, instance("1", ""))));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String content, String called) {
        StateFailure failure = Refused.refusal(content);
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining(called);
    }

    @Test
    void attributesNestedWithoutEndStayFlat() {
        String key = "a.".repeat(5_000) + "z";
        State state = withResources(resource("a_b.c", instance("1", "\"" + key + "\":\"v\"")));
        assertThat(state.get("a_b.c").asMap()).containsKey(key);
    }
}
