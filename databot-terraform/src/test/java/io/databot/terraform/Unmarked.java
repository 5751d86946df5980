package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values without their marks, for {@code equals} heeds them. */
final class Unmarked {

    private Unmarked() {}

    static StateValue of(StateValue value) {
        return switch (value.kind()) {
            case NULL -> StateValue.ofNull();
            case BOOL -> StateValue.of(value.asBoolean());
            case NUMBER -> StateValue.of(value.asBigDecimal());
            case STRING -> StateValue.of(value.asString());
            case LIST -> StateValue.of(value.asList().stream().map(Unmarked::of).toList());
            case MAP -> {
                Map<String, StateValue> entries = new LinkedHashMap<>();
                value.asMap().forEach((key, entry) -> entries.put(key, of(entry)));
                yield StateValue.of(entries);
            }
        };
    }
}
