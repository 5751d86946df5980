package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code terraform output -json} prints. */
class OutputListingTest {

    private static String output(String value) {
        return "{\"sensitive\":false,\"type\":\"string\",\"value\":" + value + "}";
    }

    @Test
    void outputsAreThoseOfTheStateFile() {
        State listed = States.read(States.resource("rich.output.json"));
        State file = States.read(States.resource("rich.tfstate"));
        assertThat(listed.outputs()).isEqualTo(file.outputs());
        assertThat(listed.get("output.secret.deep[0]").sensitive()).isTrue();
        assertThat(listed.get("output.numbers.exact").asLong()).isEqualTo(9007199254740993L);
    }

    @Test
    void thereIsNothingElse() {
        State state = States.read("{\"a\":" + output("1") + "}");
        assertThat(state.instances()).isEmpty();
        assertThat(state.lineage()).isEmpty();
        assertThat(state.serial()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "serial",
                "lineage",
                "resources",
                "outputs",
                "format_version",
                "values",
                "modules",
                "backend",
                "planned_values",
                "encrypted_data",
                "encryption_version",
                "ID",
                "sops"
            })
    void outputsMayBeCalledAnything(String name) {
        State state = States.read("{\"" + name + "\":" + output("\"x\"") + ",\"other\":" + output("2") + "}");
        assertThat(state.outputs()).containsOnlyKeys(name, "other");
        assertThat(States.read("{\"" + name + "\":" + output("\"x\"") + "}").outputs())
                .containsOnlyKeys(name);
    }

    @Test
    void nullAndDeprecatedOutputsAreRead() {
        State state = States.read(
                "{\"n\":{\"sensitive\":false,\"deprecated\":\"use m\",\"type\":\"dynamic\",\"value\":null}}");
        assertThat(state.get("output.n").isNull()).isTrue();
    }

    @Test
    void copiesOfSensitiveOutputsAreMarked() {
        State state = States.read("{\"open\":" + output("{\"in\":\"swordfish-1\"}")
                + ",\"closed\":{\"sensitive\":true,\"type\":\"string\",\"value\":\"swordfish-1\"}}");
        assertThat(state.get("output.open.in").sensitive()).isTrue();
        assertThat(state.get("output.open").sensitive()).isFalse();
    }

    @Test
    void objectsThatAreNotAllOutputsAreNoListing() {
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, () -> States.read("{\"a\":" + output("1") + ",\"b\":{\"value\":1}}"));
        assertThat(failure.problem()).isEqualTo(Problem.NOT_A_STATE);
    }

    @Test
    void sensitiveThatIsNoTruthValueIsMalformed() {
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, () -> States.read("{\"a\":" + output("1").replace("false", "\"SWORDFISH\"") + "}"));
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining("sensitive").hasMessageNotContaining("SWORDFISH");
    }

    @Test
    void serialThatIsAnObjectIsMalformedInAState() {
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, () -> States.read("{\"serial\":" + output("1") + ",\"version\":4}"));
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining("serial");
    }
}
