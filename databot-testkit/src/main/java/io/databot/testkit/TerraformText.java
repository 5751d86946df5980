package io.databot.testkit;

import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a described state as Terraform does, format version 4. */
final class TerraformText {

    private final StateDescription state;

    TerraformText(StateDescription state) {
        this.state = state;
    }

    String write() {
        Map<Address, List<StateDescription.Instance>> resources = new LinkedHashMap<>();
        state.instances()
                .forEach(instance -> resources
                        .computeIfAbsent(instance.address().resource(), resource -> new ArrayList<>())
                        .add(instance));
        List<String> blocks = new ArrayList<>();
        resources.forEach((resource, instances) -> blocks.add(resource(resource, instances)));
        return object(Map.of(
                        "version", "4",
                        "terraform_version", text("1.11.4"),
                        "serial", Long.toUnsignedString(state.serial()),
                        "lineage", text(state.lineage()),
                        "outputs", outputs(),
                        "resources", array(blocks),
                        "check_results", "null"))
                + "\n";
    }

    private String outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        state.outputs().forEach((name, value) -> outputs.put(name, output(value)));
        return object(outputs);
    }

    private static String output(StateValue value) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("value", json(value));
        fields.put("type", type(value));
        if (value.sensitive()) {
            fields.put("sensitive", "true");
        }
        return object(fields);
    }

    private static String type(StateValue value) {
        return switch (value.kind()) {
            case STRING -> text("string");
            case NUMBER -> text("number");
            case BOOL -> text("bool");
            case NULL -> text("dynamic");
            case LIST ->
                array(List.of(
                        text("tuple"),
                        array(value.asList().stream().map(TerraformText::type).toList())));
            case MAP -> {
                Map<String, String> fields = new LinkedHashMap<>();
                value.asMap().forEach((name, entry) -> fields.put(name, type(entry)));
                yield array(List.of(text("object"), object(fields)));
            }
        };
    }

    private static String resource(Address resource, List<StateDescription.Instance> instances) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!resource.modules().isEmpty()) {
            List<String> steps = resource.modules().stream()
                    .map(Address.ModuleStep::toString)
                    .toList();
            fields.put("module", text(String.join(".", steps)));
        }
        fields.put("mode", text(resource.mode() == ResourceMode.DATA ? "data" : "managed"));
        fields.put("type", text(resource.type()));
        fields.put("name", text(resource.name()));
        fields.put("provider", text("provider[\"registry.example/databot/test\"]"));
        fields.put(
                "instances",
                array(instances.stream().map(TerraformText::instance).toList()));
        return object(fields);
    }

    private static String instance(StateDescription.Instance instance) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (instance.address().key() instanceof InstanceKey.Index index) {
            fields.put("index_key", String.valueOf(index.value()));
        } else if (instance.address().key() instanceof InstanceKey.Name name) {
            fields.put("index_key", text(name.value()));
        }
        if (instance.tainted()) {
            fields.put("status", text("tainted"));
        }
        instance.deposedKey().ifPresent(key -> fields.put("deposed", text(key)));
        fields.put("schema_version", "0");
        fields.put("attributes", json(instance.attributes()));
        List<String> marks = new ArrayList<>();
        mark(instance.attributes(), List.of(), marks);
        fields.put("sensitive_attributes", array(marks));
        return object(fields);
    }

    /** The paths of the sensitive values; what is in a sensitive value is not named again. */
    private static void mark(StateValue value, List<String> path, List<String> marks) {
        if (value.sensitive()) {
            marks.add(array(path));
        } else if (value.kind() == StateValue.Kind.MAP) {
            value.asMap().forEach((name, entry) -> mark(entry, with(path, step(name, path.isEmpty())), marks));
        } else if (value.kind() == StateValue.Kind.LIST) {
            for (int i = 0; i < value.asList().size(); i++) {
                mark(value.asList().get(i), with(path, index(String.valueOf(i), "number")), marks);
            }
        }
    }

    private static String step(String name, boolean attribute) {
        return attribute ? object(Map.of("type", text("get_attr"), "value", text(name))) : index(text(name), "string");
    }

    private static String index(String key, String type) {
        return object(Map.of("type", text("index"), "value", object(Map.of("value", key, "type", text(type)))));
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static String json(StateValue value) {
        return switch (value.kind()) {
            case NULL -> "null";
            case BOOL -> String.valueOf(value.asBoolean());
            case NUMBER -> value.asBigDecimal().toPlainString();
            case STRING -> text(value.asString());
            case LIST -> array(value.asList().stream().map(TerraformText::json).toList());
            case MAP -> {
                Map<String, String> fields = new LinkedHashMap<>();
                value.asMap().forEach((name, entry) -> fields.put(name, json(entry)));
                yield object(fields);
            }
        };
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    private static String object(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(text(name) + ":" + value));
        return "{" + String.join(",", parts) + "}";
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
