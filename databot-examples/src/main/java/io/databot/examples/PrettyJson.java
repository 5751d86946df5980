package io.databot.examples;

import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.util.Map;

/** Writes a value as JSON with one entry a line. What is sensitive becomes a text that says so. */
final class PrettyJson {

    private final StringBuilder text = new StringBuilder();

    private PrettyJson() {}

    static String of(StateValue value) {
        PrettyJson json = new PrettyJson();
        json.value(value, "\n");
        return json.text.toString();
    }

    /** @param line what begins a line at this depth */
    private void value(StateValue value, String line) {
        if (value.sensitive()) {
            text.append(value.toJson());
        } else if (value.kind() == Kind.LIST && !value.asList().isEmpty()) {
            list(value, line);
        } else if (value.kind() == Kind.MAP && !value.asMap().isEmpty()) {
            map(value, line);
        } else {
            text.append(value.toJson());
        }
    }

    private void list(StateValue value, String line) {
        char before = '[';
        for (StateValue element : value.asList()) {
            text.append(before).append(line).append("  ");
            value(element, line + "  ");
            before = ',';
        }
        text.append(line).append(']');
    }

    private void map(StateValue value, String line) {
        char before = '{';
        for (Map.Entry<String, StateValue> entry : value.asMap().entrySet()) {
            text.append(before).append(line).append("  ");
            text.append(StateValue.of(entry.getKey()).toJson()).append(": ");
            value(entry.getValue(), line + "  ");
            before = ',';
        }
        text.append(line).append('}');
    }
}
