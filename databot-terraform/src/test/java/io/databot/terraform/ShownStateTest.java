package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code terraform show -json} prints of a state. */
class ShownStateTest {

    private static final String SECRET = "swordfish-in-a-text";

    private static String shown(String values) {
        return "{\"format_version\":\"1.0\",\"terraform_version\":\"1.11.4\",\"values\":{" + values + "}}";
    }

    private static String root(String module) {
        return shown("\"root_module\":{" + module + "}");
    }

    private static String resource(String address, String type, String more) {
        return "{\"address\":\"" + address + "\",\"mode\":\"managed\",\"type\":\"" + type + "\",\"name\":\"b\"" + more
                + "}";
    }

    private static String one(String more) {
        return root("\"resources\":[" + resource("a.b", "a", more) + "]");
    }

    @Test
    void everythingIsAsInTheStateFile() {
        State shown = States.read(States.resource("rich.show.json"));
        State file = States.read(States.resource("rich.tfstate"));
        assertThat(shown.instances()).hasSameSizeAs(file.instances());
        assertThat(labels(shown)).containsExactlyInAnyOrderElementsOf(labels(file));
        for (StateInstance instance : file.instances()) {
            if (instance.deposedKey().isEmpty()) {
                String address = instance.address().toString();
                assertThat(Unmarked.of(shown.get(address))).as(address).isEqualTo(Unmarked.of(instance.attributes()));
            }
        }
        assertThat(shown.outputs()).containsOnlyKeys(file.outputs().keySet());
        file.outputs()
                .forEach((name, value) -> assertThat(shown.outputs().get(name)).isEqualTo(value));
    }

    private static List<String> labels(State state) {
        return state.instances().stream()
                .map(instance -> instance.address() + " " + instance.tainted() + " "
                        + instance.deposedKey().isPresent())
                .toList();
    }

    @Test
    void whatTheStateFileMarksIsMarked() {
        State shown = States.read(States.resource("rich.show.json"));
        State file = States.read(States.resource("rich.tfstate"));
        for (String path : List.of(
                "terraform_data.secret.input",
                "terraform_data.secret.output",
                "terraform_data.secret.triggers_replace.open",
                "terraform_data.secret.triggers_replace.closed",
                "terraform_data.secret.triggers_replace.list[0]",
                "terraform_data.secret.triggers_replace.list[1]",
                "google_service_account_key.robot.private_key",
                "google_service_account_key.robot.key_algorithm",
                "random_password.old.result",
                "output.secret.deep[0]")) {
            assertThat(shown.get(path).sensitive())
                    .as(path)
                    .isEqualTo(file.get(path).sensitive());
        }
        StringBuilder printed = new StringBuilder();
        shown.instances().forEach(instance -> printed.append(instance).append(instance.attributes()));
        assertThat(printed.append(shown.outputs())).doesNotContain("swordfish");
    }

    @Test
    void wrappersThatAreLeftAreNotDynamicValues() {
        State state = States.read(States.resource("rich.show.json"));
        assertThat(state.get("terraform_data.module.input.type").asString()).isEqualTo("with these two keys");
        assertThat(state.get("terraform_data.module.input.value").asString()).isEqualTo("an ordinary object");
    }

    @Test
    void hasNeitherLineageNorSerial() {
        State state = States.read(one(""));
        assertThat(state.lineage()).isEmpty();
        assertThat(state.serial()).isZero();
        assertThat(state.origin()).isEqualTo("test.tfstate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format_version\":\"1.0\"}",
                "{\"format_version\":\"1.0\",\"terraform_version\":\"1.11.4\",\"checks\":[]}",
                "{\"format_version\":\"1.2\",\"values\":null}",
                "{\"format_version\":\"1.0\",\"values\":{}}",
                "{\"format_version\":\"1.0\",\"values\":{\"root_module\":{}}}"
            })
    void emptyStateHasNothing(String content) {
        State state = States.read(content);
        assertThat(state.instances()).isEmpty();
        assertThat(state.outputs()).isEmpty();
    }

    @Test
    void taintedAndDeposedObjectsAreTold() {
        State state = States.read(root("\"resources\":[" + resource("a.b[0]", "a", ",\"index\":0,\"tainted\":true")
                + "," + resource("a.b[0]", "a", ",\"index\":0,\"deposed_key\":\"0000abcd\"") + "]"));
        assertThat(state.instances()).hasSize(2);
        assertThat(state.instances("a"))
                .singleElement()
                .satisfies(instance -> assertThat(instance.tainted()).isTrue());
        assertThat(state.instances().get(1).deposedKey()).hasValue("0000abcd");
        assertThat(state.instances().get(1)).hasToString("a.b[0] (deposed 0000abcd)");
    }

    @Test
    void childModulesAreReadInTheOrderOfTheFile() {
        State state = States.read(root("\"child_modules\":["
                + "{\"address\":\"module.m[\\\"x\\\"]\",\"resources\":[" + resource("module.m[\\\"x\\\"].a.b", "a", "")
                + "],"
                + "\"child_modules\":[{\"address\":\"module.m[\\\"x\\\"].module.n[1]\",\"resources\":["
                + resource("module.m[\\\"x\\\"].module.n[1].a.b", "a", ",\"values\":{\"k\":1}") + "]}]},"
                + "{\"address\":\"module.z\",\"resources\":[" + resource("module.z.a.b", "a", "") + "]}]"));
        assertThat(state.instances("a"))
                .extracting(instance -> instance.address().toString())
                .containsExactly("module.m[\"x\"].a.b", "module.m[\"x\"].module.n[1].a.b", "module.z.a.b");
        assertThat(state.get("module.m[\"x\"].module.n[1].a.b.k").asLong()).isEqualTo(1);
    }

    @Test
    void sensitiveTreesMarkWhatTheyHaveTrueFor() {
        State state = States.read(
                one(",\"values\":{\"a\":{\"x\":\"1\",\"y\":\"2\"},\"l\":[\"3\",\"4\"],\"w\":{\"d\":[5]},\"o\":6},"
                        + "\"sensitive_values\":{\"a\":{\"x\":true},\"l\":[false,true],\"w\":true,\"gone\":true}"));
        assertThat(state.get("a.b.a.x").sensitive()).isTrue();
        assertThat(state.get("a.b.a.y").sensitive()).isFalse();
        assertThat(state.get("a.b.l[0]").sensitive()).isFalse();
        assertThat(state.get("a.b.l[1]").sensitive()).isTrue();
        assertThat(state.get("a.b.w.d[0]").sensitive()).isTrue();
        assertThat(state.get("a.b.o").sensitive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"yes\"", "1"})
    void sensitiveValuesThatAreNoTreeMarkEverything(String marks) {
        assertThat(States.read(one(",\"values\":{\"a\":1},\"sensitive_values\":" + marks))
                        .get("a.b.a")
                        .sensitive())
                .isTrue();
    }

    @Test
    void attributesOfKnownTypesAreMarkedWithoutAFlag() {
        State state = States.read(root("\"resources\":["
                + resource(
                        "google_service_account_key.b",
                        "google_service_account_key",
                        ",\"values\":{\"private_key\":\"x\"}")
                + "]"));
        assertThat(state.get("google_service_account_key.b.private_key").sensitive())
                .isTrue();
    }

    @Test
    void copiesOfSecretsAreMarkedInAttributesAndOutputs() {
        State state = States.read(shown("\"outputs\":{\"copy\":{\"sensitive\":false,\"value\":[\"" + SECRET
                + "\"]},\"told\":{\"sensitive\":true,\"value\":\"" + SECRET + "-2\"}},\"root_module\":{\"resources\":["
                + resource("a.b", "a", ",\"values\":{\"first\":\"" + SECRET + "\",\"second\":\"" + SECRET + "-2\"}")
                + ","
                + resource("c.b", "c", ",\"values\":{\"p\":\"" + SECRET + "\"},\"sensitive_values\":{\"p\":true}")
                + "]}"));
        assertThat(state.get("output.copy[0]").sensitive()).isTrue();
        assertThat(state.get("a.b.first").sensitive()).isTrue();
        assertThat(state.get("a.b.second").sensitive()).isTrue();
        assertThat(state.outputs().toString() + state.get("a.b")).doesNotContain(SECRET);
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(States.read(one(",\"values\":{\"n\":9007199254740993}"))
                        .get("a.b.n")
                        .asLong())
                .isEqualTo(9007199254740993L);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(shown("\"root_module\":[]"), "a module is not an object"),
                Arguments.of(root("\"resources\":{}"), "not a list"),
                Arguments.of(root("\"resources\":[7]"), "a resource is not an object"),
                Arguments.of(root("\"child_modules\":[[]]"), "a module is not an object"),
                Arguments.of(root("\"child_modules\":[{\"address\":\"SWORDFISH\"}]"), "module's address"),
                Arguments.of(root("\"resources\":[" + resource("SWORDFISH", "a", "") + "]"), "address is not one"),
                Arguments.of(root("\"resources\":[" + resource("a.c", "a", "") + "]"), "contradicts"),
                Arguments.of(root("\"resources\":[" + resource("a.b", "c", "") + "]"), "contradicts"),
                Arguments.of(root("\"resources\":[" + resource("data.a.b", "a", "") + "]"), "contradicts"),
                Arguments.of(root("\"resources\":[" + resource("module.m.a.b", "a", "") + "]"), "contradicts"),
                Arguments.of(root("\"resources\":[" + resource("a.b[0]", "a", "") + "]"), "contradicts"),
                Arguments.of(root("\"resources\":[" + resource("a.b", "a", ",\"index\":0") + "]"), "contradicts"),
                Arguments.of(
                        root("\"resources\":[" + resource("a.b[0]", "a", ",\"index\":\"0\"") + "]"), "contradicts"),
                Arguments.of(one(",\"index\":1.5"), "index"),
                Arguments.of(one(",\"index\":-1"), "index"),
                Arguments.of(one(",\"index\":[\"SWORDFISH\"]"), "index"),
                Arguments.of(one(",\"index\":99999999999999999999"), "index"),
                Arguments.of(one(",\"index\":1e99999"), "index"),
                Arguments.of(one(",\"index\":1e999999999"), "digits"),
                Arguments.of(one(",\"tainted\":\"SWORDFISH\""), "neither true nor false"),
                Arguments.of(one(",\"values\":[\"SWORDFISH\"]"), "not an object"),
                Arguments.of(one(",\"values\":{\"a\":1,\"a\":2}"), "stands twice"),
                Arguments.of(
                        root("\"resources\":[" + resource("a.b", "a", "") + "," + resource("a.b", "a", "") + "]"),
                        "a.b stands twice"),
                Arguments.of(one("").replace("managed", "SWORDFISH"), "mode"),
                Arguments.of(shown("\"outputs\":{\"o\":\"SWORDFISH\"}"), "output is not an object"),
                Arguments.of(shown("\"outputs\":{\"o\":{\"sensitive\":true}}"), "no value"),
                Arguments.of(shown("\"outputs\":{\"o\":{\"sensitive\":1,\"value\":1}}"), "neither true nor false"),
                Arguments.of(one(",\"values\":{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"), "nested deeper"),
                Arguments.of(one(",\"values\":{\"a\":1e999999999}"), "100000 digits"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String content, String called) {
        StateFailure failure = Refused.refusal(content);
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining(called);
    }

    @Test
    void modulesAndValuesMayBeAsDeepAsTheLimit() {
        String children = root("\"child_modules\":[{".repeat(300) + "}]".repeat(300));
        assertThat(States.read(children).instances()).isEmpty();
        String deep = "[".repeat(900) + "\"" + SECRET + "\"" + "]".repeat(900);
        State state = States.read(one(",\"values\":{\"d\":" + deep + "},\"sensitive_values\":{\"d\":"
                + deep.replace("\"" + SECRET + "\"", "true") + "}"));
        StateValue inner = state.get("a.b.d");
        while (inner.kind() == StateValue.Kind.LIST) {
            inner = inner.asList().get(0);
        }
        assertThat(inner.sensitive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.1\"", "\"2.0\"", "\"10.0\"", "\"SWORDFISH\"", "null"})
    void otherFormatVersionsAreUnsupported(String version) {
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, () -> States.read("{\"format_version\":" + version + ",\"values\":{}}"));
        assertThat(failure.problem()).isEqualTo(Problem.UNSUPPORTED_VERSION);
        assertThat(failure).hasMessageContaining("terraform show -json").hasMessageNotContaining("SWORDFISH");
    }
}
