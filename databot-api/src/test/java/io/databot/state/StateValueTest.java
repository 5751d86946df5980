package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateValueTest {

    @Test
    void numbersKeepEveryDigit() {
        String digits = "9007199254740993.00000000000000000000000000000000000001";
        assertThat(StateValue.of(new BigDecimal(digits)).asBigDecimal()).isEqualTo(new BigDecimal(digits));
        assertThat(StateValue.of(9007199254740993L).asLong()).isEqualTo(9007199254740993L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "0.5", "1e999999999", "1e-999999999"})
    void numberThatIsNoLongIsRefusedAndNotRounded(String digits) {
        StateValue value = StateValue.of(new BigDecimal(digits));
        assertThatThrownBy(value::asLong)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("64 bits");
    }

    @Test
    void valueOfAnotherKindIsRefused() {
        StateValue text = StateValue.of("7");
        assertThatThrownBy(text::asLong)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("STRING");
        assertThatThrownBy(text::asBoolean).isInstanceOf(InvalidRequestFailure.class);
        assertThatThrownBy(text::asList).isInstanceOf(InvalidRequestFailure.class);
        assertThatThrownBy(text::asMap).isInstanceOf(InvalidRequestFailure.class);
        assertThatThrownBy(StateValue.of(7)::asString).isInstanceOf(InvalidRequestFailure.class);
        assertThatThrownBy(StateValue.ofNull()::asString).isInstanceOf(InvalidRequestFailure.class);
    }

    @Test
    void refusalDoesNotPrintASecret() {
        StateValue secret = StateValue.of("swordfish").asSensitive();
        assertThatThrownBy(secret::asLong).hasMessageNotContaining("swordfish").hasMessageContaining("(sensitive)");
    }

    @Test
    void sensitiveValueIsGivenAndNotPrinted() {
        StateValue secret = StateValue.of(Map.of("deep", StateValue.of(List.of(StateValue.of("swordfish")))))
                .asSensitive();
        StateValue inner = secret.asMap().get("deep").asList().get(0);
        assertThat(inner.sensitive()).isTrue();
        assertThat(inner.asString()).isEqualTo("swordfish");
        assertThat(secret).hasToString("(sensitive)");
        assertThat(inner).hasToString("(sensitive)");
    }

    @Test
    void onlyTheSensitivePartIsHidden() {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        entries.put("open", StateValue.of("a \"quoted\" text"));
        entries.put("closed", StateValue.of("swordfish").asSensitive());
        entries.put("nothing", StateValue.ofNull());
        entries.put("list", StateValue.of(List.of(StateValue.of(true), StateValue.of(5))));
        assertThat(StateValue.of(entries))
                .hasToString("{\"open\": \"a \\\"quoted\\\" text\", \"closed\": (sensitive), \"nothing\": null, "
                        + "\"list\": [true, 5]}");
    }

    @Test
    void longTextIsShortenedWhenPrinted() {
        assertThat(StateValue.of("x".repeat(1_000)).toString()).hasSizeLessThan(220);
    }

    @Test
    void markCountsInComparison() {
        assertThat(StateValue.of("a")).isEqualTo(StateValue.of("a"));
        assertThat(StateValue.of("a")).isNotEqualTo(StateValue.of("a").asSensitive());
        assertThat(StateValue.of(1)).isNotEqualTo(StateValue.of("1"));
    }

    @Test
    void collectionsAreCopiesThatCannotBeChanged() {
        List<StateValue> elements = new ArrayList<>(List.of(StateValue.of(1)));
        StateValue list = StateValue.of(elements);
        elements.clear();
        assertThat(list.asList()).hasSize(1);
        Map<String, StateValue> entries = new LinkedHashMap<>(Map.of("a", StateValue.of(1)));
        StateValue map = StateValue.of(entries);
        entries.clear();
        assertThat(map.asMap()).hasSize(1);
        for (StateValue value : List.of(list, list.asSensitive())) {
            assertThatThrownBy(() -> value.asList().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
        for (StateValue value : List.of(map, map.asSensitive())) {
            assertThatThrownBy(() -> value.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void partsThatAreNotThereAreEmpty() {
        StateValue list = StateValue.of(List.of(StateValue.of(1)));
        assertThat(list.element(0)).contains(StateValue.of(1));
        assertThat(list.element(1)).isEmpty();
        assertThat(list.element(-1)).isEmpty();
        assertThat(list.element(1L << 32)).isEmpty();
        assertThat(list.entry("0")).isEmpty();
        assertThat(StateValue.of("a").string()).contains("a");
        assertThat(StateValue.of(1).string()).isEmpty();
        assertThat(StateValue.ofNull().isNull()).isTrue();
    }

    @Test
    void markingIsDoneToAnyDepth() {
        StateValue value = StateValue.of("swordfish");
        for (int i = 0; i < 900; i++) {
            value = StateValue.of(List.of(value));
        }
        StateValue inner = value.asSensitive();
        while (inner.kind() == StateValue.Kind.LIST) {
            inner = inner.asList().get(0);
        }
        assertThat(inner.sensitive()).isTrue();
    }
}
