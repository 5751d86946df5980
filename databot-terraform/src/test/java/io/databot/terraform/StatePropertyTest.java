package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import io.databot.state.StateValue;
import io.databot.terraform.AnyJson.Digits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for every value, every state and every file that is nearly a state. */
class StatePropertyTest {

    private static final byte[][] WRITTEN_BY_TERRAFORM = {
        States.resource("default.tfstate"), States.resource("destroyed.tfstate"), States.resource("stage.tfstate")
    };

    @Provide
    Arbitrary<Object> values() {
        return AnyState.values();
    }

    @Provide
    Arbitrary<Map<String, Object>> states() {
        return AnyState.states();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void valueIsReadAndPrintedAsItWasWritten(@ForAll("values") Object value, @ForAll long style) throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("x", value);
        State state = States.read(AnyJson.write(AnyState.withAttributes(attributes), style));
        StateValue read = state.get("a_b.c.x");
        assertThat(StateOracle.plain(read)).isEqualTo(asRead(value));
        assertThat(StrictJson.read(read.toJson().getBytes(StandardCharsets.UTF_8)))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(asRead(value));
    }

    /** As {@link StrictJson} gives it. */
    private static Object asRead(Object value) {
        if (value instanceof Digits digits) {
            return new BigDecimal(digits.text());
        }
        if (value instanceof String text) {
            return StrictJson.wellFormed(text);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(asRead(element)));
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put(name, asRead(entry)));
            return entries;
        }
        return value;
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void everythingInAStateIsFound(@ForAll("states") Map<String, Object> state, @ForAll long style) {
        byte[] bytes = AnyJson.write(state, style).getBytes(StandardCharsets.UTF_8);
        assertThat(StateOracle.judge(bytes)).hasValueSatisfying(StateFuzz::exercise);
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void damagedStateIsRefusedOrReadAsJacksonReadsIt(@ForAll("states") Map<String, Object> state, @ForAll long style) {
        byte[] bytes = AnyJson.write(state, style).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(style);
        for (int times = 0; times < 30; times++) {
            StateOracle.judge(Damage.to(bytes, random)).ifPresent(StateFuzz::exercise);
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void damagedStateOfTerraformIsRefusedOrReadAsJacksonReadsIt(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = WRITTEN_BY_TERRAFORM[random.nextInt(WRITTEN_BY_TERRAFORM.length)];
        StateOracle.judge(Damage.to(bytes, random)).ifPresent(StateFuzz::exercise);
    }
}
