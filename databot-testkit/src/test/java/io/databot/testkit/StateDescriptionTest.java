package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.Address;
import io.databot.state.StateValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateDescriptionTest {

    @Test
    void emptyStateIsWrittenAsTerraformDoes() {
        assertThat(StateDescription.empty().terraformState())
                .contains("\"version\":4")
                .contains("\"serial\":1")
                .contains("\"resources\":[]")
                .contains("\"outputs\":{}")
                .endsWith("}\n");
    }

    @Test
    void instancesOfOneResourceAreWrittenInOneBlock() {
        StateDescription state = StateDescription.empty()
                .with("module.m[\"x\"].a_thing.one[0]", Map.of())
                .with("module.m[\"x\"].a_thing.one[\"k\"]", Map.of())
                .with("data.a_thing.one", Map.of());
        assertThat(state.terraformState())
                .contains("\"module\":\"module.m[\\\"x\\\"]\"")
                .contains("\"index_key\":0")
                .contains("\"index_key\":\"k\"")
                .contains("\"mode\":\"data\"")
                .containsOnlyOnce("\"mode\":\"managed\"");
    }

    @Test
    void marksOfInstancesAreWritten() {
        StateValue attributes = StateValue.of(Map.of(
                "list",
                StateValue.of(
                        List.of(StateValue.of(Map.of("token", StateValue.of("t").asSensitive()))))));
        String written = StateDescription.empty()
                .with(new StateDescription.Instance(
                        Address.parse("a_thing.one"), attributes, true, Optional.of("0123abcd")))
                .terraformState();
        assertThat(written).contains("\"status\":\"tainted\"").contains("\"deposed\":\"0123abcd\"");
        assertThat(written.substring(written.indexOf("sensitive_attributes")))
                .contains("\"get_attr\"")
                .contains("\"list\"")
                .contains("\"number\"")
                .contains("\"token\"");
    }

    @Test
    void numbersAndTextsAreWrittenExactly() {
        String written = StateDescription.empty()
                .withOutput("number", StateValue.of(new BigDecimal("1E+3")))
                .withOutput("text", StateValue.of("a\"\\\n<😀>").asSensitive())
                .withSerial(-1)
                .terraformState();
        assertThat(written)
                .contains("\"value\":1000")
                .contains("\"a\\\"\\\\\\u000a\\u003c😀\\u003e\"")
                .contains("\"sensitive\":true")
                .contains("\"serial\":18446744073709551615");
    }

    @Test
    void descriptionPrintsNoSensitiveValue() {
        StateDescription state = StateDescription.empty()
                .withOutput("secret", StateValue.of("hidden-text").asSensitive());
        assertThat(state.toString()).doesNotContain("hidden-text");
    }
}
