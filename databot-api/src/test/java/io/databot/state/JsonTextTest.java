package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static final StateValue SECRET = StateValue.of("correct-horse").asSensitive();

    private static String json(StateValue value) {
        return value.toJson();
    }

    @Test
    void valuesAreCompactJsonInTheirOrder() {
        Map<String, StateValue> entries = new LinkedHashMap<>();
        entries.put("z", StateValue.of(List.of(StateValue.of(true), StateValue.ofNull())));
        entries.put("a", StateValue.of(Map.of()));
        entries.put("empty", StateValue.of(List.of()));
        assertThat(json(StateValue.of(entries))).isEqualTo("{\"z\":[true,null],\"a\":{},\"empty\":[]}");
    }

    @Test
    void textsAreEscapedWhereJsonAsksForIt() {
        assertThat(json(StateValue.of("a\"b\\c\n\r\t\u0001\u007f<ä😀")))
                .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u007f<ä😀\"");
    }

    @Test
    void numbersKeepEveryDigitAndStayShort() {
        assertThat(json(StateValue.of(new BigDecimal("9007199254740993")))).isEqualTo("9007199254740993");
        assertThat(json(StateValue.of(new BigDecimal("0.10")))).isEqualTo("0.10");
        assertThat(json(StateValue.of(new BigDecimal("1e20")))).isEqualTo("100000000000000000000");
        assertThat(json(StateValue.of(new BigDecimal("1e100000")))).isEqualTo("1E+100000");
        assertThat(json(StateValue.of(new BigDecimal("1e-100000")))).isEqualTo("1E-100000");
    }

    @Test
    void whatIsSensitiveIsHiddenUntilRevealed() {
        StateValue value = StateValue.of(Map.of("list", StateValue.of(List.of(SECRET, StateValue.of("open")))));
        assertThat(json(value)).isEqualTo("{\"list\":[\"(sensitive)\",\"open\"]}");
        assertThat(value.toString()).doesNotContain("correct-horse");
        assertThat(json(value.revealed())).isEqualTo("{\"list\":[\"correct-horse\",\"open\"]}");
        assertThat(json(value.asSensitive())).isEqualTo("\"(sensitive)\"");
        assertThat(json(value.asSensitive().revealed())).isEqualTo("{\"list\":[\"correct-horse\",\"open\"]}");
        assertThat(StateValue.of("plain").revealed()).isEqualTo(StateValue.of("plain"));
    }
}
