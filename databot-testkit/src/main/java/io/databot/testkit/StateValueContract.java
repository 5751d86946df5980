package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class StateValueContract extends StateContractGroup {

    private State readAttribute(StateValue value) {
        return read(StateDescription.empty()
                .with("a_thing.one", Map.of("value", value))
                .withOutput("value", value));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9007199254740993",
                "9223372036854775807",
                "18446744073709551615",
                "-170141183460469231731687303715884105728",
                "0.1",
                "1.5",
                "0.333333333333333333333333333333333333333333333333333333333333",
                "1e20",
                "1e-20",
                "1e400"
            })
    @DisplayName("a number keeps every digit, in attributes and in outputs")
    void numberKeepsEveryDigit(String digits) {
        BigDecimal number = new BigDecimal(digits);
        State state = readAttribute(StateValue.of(number));
        assertThat(state.get("a_thing.one.value").asBigDecimal()).isEqualByComparingTo(number);
        assertThat(state.get("output.value").asBigDecimal()).isEqualByComparingTo(number);
    }

    @Test
    @DisplayName("a whole number of 64 bits is a long, and a larger or broken one is refused rather than rounded")
    void numberIsNeverRounded() {
        assertThat(readAttribute(StateValue.of(9007199254740993L))
                        .get("output.value")
                        .asLong())
                .isEqualTo(9007199254740993L);
        StateValue large = readAttribute(StateValue.of(new BigDecimal("18446744073709551616")))
                .get("output.value");
        Failures.expect(InvalidRequestFailure.class, large::asLong);
        StateValue broken = readAttribute(StateValue.of(new BigDecimal("1.5"))).get("output.value");
        Failures.expect(InvalidRequestFailure.class, broken::asLong);
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "007",
                "${a} %{b}",
                "line\nbreak\ttab\u0000nul",
                "\"quoted\" \\ <b>&",
                "ä 日本 😀",
                "cafe\u0301"
            })
    @DisplayName("a text is kept as it is, and is never taken for another kind")
    void textIsKeptAsItIs(String text) {
        State state = readAttribute(StateValue.of(text));
        assertThat(state.get("a_thing.one.value")).isEqualTo(StateValue.of(text));
        assertThat(state.get("output.value")).isEqualTo(StateValue.of(text));
    }

    @Test
    @DisplayName("every kind is kept, empty lists and maps and nested ones included")
    void everyKindIsKept() {
        StateValue value = StateValue.of(Map.of(
                "yes", StateValue.of(true),
                "no", StateValue.of(false),
                "nothing", StateValue.ofNull(),
                "empty list", StateValue.of(List.of()),
                "empty map", StateValue.of(Map.of()),
                "nested", StateValue.of(List.of(StateValue.of(Map.of("a", strings("b", "c")))))));
        State state = readAttribute(value);
        assertThat(state.get("a_thing.one.value")).isEqualTo(value);
        assertThat(state.get("output.value")).isEqualTo(value);
    }

    @Test
    @DisplayName("a value asked for as another kind is refused and says which kind it is")
    void valueAskedForAsAnotherKindIsRefused() {
        StateValue text = readAttribute(StateValue.of("text")).get("output.value");
        InvalidRequestFailure failure = Failures.expect(InvalidRequestFailure.class, text::asLong);
        assertThat(failure).hasMessageContaining("STRING").hasMessageContaining("NUMBER");
        Failures.expect(InvalidRequestFailure.class, text::asBoolean);
        Failures.expect(InvalidRequestFailure.class, text::asList);
        Failures.expect(InvalidRequestFailure.class, text::asMap);
    }

    private State withSecrets() {
        StateValue secret = StateValue.of(SECRET).asSensitive();
        StateValue settings = StateValue.of(
                Map.of("token", StateValue.of(SECRET + "-nested").asSensitive(), "user", StateValue.of("robot")));
        return read(StateDescription.empty()
                .with(
                        "a_thing.one",
                        Map.of(
                                "password", secret,
                                "name", StateValue.of("visible"),
                                "settings", StateValue.of(List.of(settings))))
                .withOutput("secret", StateValue.of(SECRET + "-output").asSensitive()));
    }

    @Test
    @DisplayName("a sensitive value says so and is given when asked for")
    void sensitiveValueIsGivenWhenAskedFor() {
        State state = withSecrets();
        assertThat(state.get("a_thing.one.password").sensitive()).isTrue();
        assertThat(state.get("a_thing.one.password").asString()).isEqualTo(SECRET);
        assertThat(state.get("a_thing.one.settings[0].token").sensitive()).isTrue();
        assertThat(state.get("a_thing.one.settings[0].token").asString()).isEqualTo(SECRET + "-nested");
        assertThat(state.get("output.secret").sensitive()).isTrue();
        assertThat(state.get("output.secret").asString()).isEqualTo(SECRET + "-output");
        assertThat(state.get("a_thing.one.name").sensitive()).isFalse();
        assertThat(state.get("a_thing.one.settings[0].user").sensitive()).isFalse();
    }

    @Test
    @DisplayName("a sensitive value is printed by nothing: no value, instance, snapshot, or collection of them")
    void sensitiveValueIsPrintedByNothing() {
        State state = withSecrets();
        StateInstance instance = state.instances("a_thing").get(0);
        assertThat(List.of(
                        state.toString(),
                        state.outputs().toString(),
                        state.instances().toString(),
                        instance.toString(),
                        instance.attributes().toString(),
                        state.get("a_thing.one").toString(),
                        state.get("a_thing.one.password").toString(),
                        state.get("a_thing.one.settings").toString(),
                        state.get("output.secret").toString()))
                .noneMatch(printed -> printed.contains(SECRET));
        assertThat(instance.attributes().toString()).contains("visible");
    }

    @Test
    @DisplayName("a sensitive value is in no failure")
    void sensitiveValueIsInNoFailure() {
        State state = withSecrets();
        assertThatThrownBy(() -> state.get("output.secret").asLong())
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> state.get("a_thing.one.password.length"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> state.get("output.secrets"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageNotContaining(SECRET);
    }
}
