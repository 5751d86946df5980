package io.databot.terraform;

import io.databot.terraform.AnyJson.Digits;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random states, as trees, made of names, keys and texts that a reader which only looks quickly may take for others. */
final class OddState {

    private static final String[] NAMES = {
        "id",
        "i",
        "name",
        "labels",
        "input",
        "output",
        "module",
        "private_key",
        "quite_a_long_name_of_an_attribute",
        "quite_a_long_name_of_an_attributf",
        "a b",
        "a\"b",
        "a\\b",
        "a.b",
        "a_b.c",
        "a_b.c[0]",
        "ünï",
        "?",
        "<",
        "",
        "0",
        "${a}",
        "$${a}",
        "%{a}",
        "%%{a}",
        "a\nb",
        "\u007f",
        "            \"id\": 1,",
        "id\": 1,\n            \"name",
    };
    private static final String[] TEXTS = {
        "",
        "short",
        "a longer text",
        "first secret",
        "second secret",
        "third secret, ünïcode",
        "\"",
        "\\",
        "}",
        "ü",
        "\n            \"id\": \"not this\",\n            \"name\": 1",
        "            \"id\": \"not this\",",
        "{\"id\": 1}",
    };
    private static final String[] TYPES = {
        "a_b", "a_b", "x", "terraform_data", "google_service_account_key", "ü_ü", "data"
    };
    private static final String[] RESOURCES = {"c", "c", "d", "module", "data", "output", "ü", "c-1", "0"};
    private static final String[] MODULES = {
        null,
        null,
        null,
        "",
        "module.m",
        "module.m[0]",
        "module.m[1].module.n",
        "module.m[\"k\"].module.n",
        "module.m[\"a\\\"b\"]",
        "module.m[\"$${a}\"]",
        "module.m[\"?\"]",
        "module.module",
        "module.data.module.output",
        "module.ü",
        "module.m[007]",
    };
    private static final Object[] KEYS = {
        null,
        null,
        null,
        new Digits("0"),
        new Digits("1"),
        new Digits("12"),
        "0",
        "k",
        "",
        "?",
        "a\"b",
        "a\\b",
        "a.b",
        "]",
        "ü",
        "u\u0308",
        "${a}",
        "$${a}",
        "$",
        "\u007f",
        "\ud83d\ude00",
        "a longer key than a word",
    };

    private final Random random;
    private final Set<List<Object>> addresses = new HashSet<>();

    private OddState(Random random) {
        this.random = random;
    }

    static Map<String, Object> random(Random random) {
        return new OddState(random).state();
    }

    /** The addresses of a state's resources, with or without instances. */
    static List<String> resources(Map<String, Object> state) {
        List<String> addresses = new ArrayList<>();
        for (Object each : (List<?>) state.get("resources")) {
            Map<?, ?> block = (Map<?, ?>) each;
            Object module = block.get("module");
            addresses.add((module == null || module.equals("") ? "" : module + ".")
                    + (block.get("mode").equals("data") ? "data." : "")
                    + block.get("type")
                    + "."
                    + block.get("name"));
        }
        return addresses;
    }

    private Map<String, Object> state() {
        List<Object> blocks = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            blocks.add(block());
        }
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Object> output = map("value", value(2), "type", "dynamic");
            if (random.nextInt(3) == 0) {
                output.put("sensitive", true);
            }
            outputs.put(pick(NAMES), output);
        }
        Map<String, Object> state =
                map("version", new Digits("4"), "serial", new Digits("1"), "outputs", outputs, "resources", blocks);
        if (random.nextInt(8) == 0) {
            state.put("version", state.remove("version"));
        }
        return state;
    }

    private Map<String, Object> block() {
        String module = pick(MODULES);
        Map<String, Object> block =
                map("mode", random.nextInt(4) == 0 ? "data" : "managed", "type", pick(TYPES), "name", pick(RESOURCES));
        List<Object> resource = new ArrayList<>(block.values());
        resource.add(module == null ? "" : module);
        List<Object> instances = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            instance(resource, instances);
        }
        block.put("instances", instances);
        if (module != null) {
            block.put("module", module);
        }
        return block;
    }

    private void instance(List<Object> resource, List<Object> instances) {
        Object key = KEYS[random.nextInt(KEYS.length)];
        String deposed = random.nextInt(6) == 0 ? "0000000" + random.nextInt(2) : "";
        List<Object> address = new ArrayList<>(resource);
        address.add(key instanceof String text ? Normalizer.normalize(text, Normalizer.Form.NFC) : key);
        address.add(deposed);
        if (!addresses.add(address)) {
            return;
        }
        Map<String, Object> instance = new LinkedHashMap<>();
        if (key != null) {
            instance.put("index_key", key);
        }
        if (!deposed.isEmpty()) {
            instance.put("deposed", deposed);
        }
        if (random.nextInt(8) == 0) {
            instance.put("status", "tainted");
        }
        attributes(instance);
        instance.put("sensitive_attributes", marks());
        if (random.nextBoolean()) {
            // Indented as attributes are.
            instance.put("identity", object(2));
            instance.put("dependencies", List.of(pick(NAMES), pick(TEXTS)));
        }
        instances.add(instance);
    }

    private void attributes(Map<String, Object> instance) {
        switch (random.nextInt(10)) {
            case 0 -> instance.put("attributes_flat", map("id", "x", "labels.%", "1", "labels.a", "first secret"));
            case 1 -> instance.put("attributes", map("id", "x", "labels.%", "1", "labels.a", "first secret"));
            case 2 -> instance.put("attributes", null);
            default -> instance.put("attributes", object(4));
        }
    }

    private Object marks() {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(List.of(step(pick(NAMES))), List.of(step(pick(NAMES)), step(pick(NAMES))));
            case 1 ->
                List.of(List.of(
                        step(pick(NAMES)),
                        map("type", "index", "value", map("value", new Digits("0"), "type", "number"))));
            case 2 -> List.of(List.of(step(pick(NAMES))));
            case 3 -> random.nextInt(4) == 0 ? List.of(List.of()) : null;
            default -> List.of();
        };
    }

    private static Map<String, Object> step(String name) {
        return map("type", "get_attr", "value", name);
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            entries.put(pick(NAMES), value(depth - 1));
        }
        return entries;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 5)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> new Digits(String.valueOf(random.nextInt(100)));
            case 3, 4 -> pick(TEXTS);
            case 5 -> map("value", value(depth - 1), "type", "string");
            case 6, 7 -> object(depth);
            default -> {
                List<Object> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(value(depth - 1));
                }
                yield elements;
            }
        };
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }

    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
