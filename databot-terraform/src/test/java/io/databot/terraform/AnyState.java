package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.Address.ModuleStep;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.terraform.AnyJson.Digits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values and states, as trees for {@link AnyJson} to write. */
final class AnyState {

    /** A resource has a few of these addresses, so that blocks are split, keys mixed and modules repeated. */
    private record Instance(Address address, String deposedKey, boolean tainted, Map<String, Object> attributes) {}

    private AnyState() {}

    /** Numbers as anyone may write them, up to hundreds of digits. */
    static Arbitrary<Digits> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(200);
        Arbitrary<String> whole = Arbitraries.oneOf(
                Arbitraries.of("0", "1", "9007199254740993", "9223372036854775808", "18446744073709551615"),
                Arbitraries.longs().map(value -> Long.toString(value).replace("-", "")),
                digits.map(text -> "7" + text));
        Arbitrary<String> fraction = Arbitraries.oneOf(Arbitraries.just(""), digits.map(text -> "." + text));
        Arbitrary<String> exponent = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.integers().between(-999, 999).map(value -> "e" + value),
                Arbitraries.of("E0", "E+07", "e-00", "E-3", "e5000", "e-5000"));
        return Combinators.combine(Arbitraries.of("", "-"), whole, fraction, exponent)
                .as((sign, a, b, c) -> new Digits(sign + a + b + c));
    }

    /** Texts of any characters; halves of surrogate pairs too. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.of(
                        "", "\"", "\\", "\\u0041", "\0", "\ud83d", "\ude00\ud83d", "😀", "\u2028", "\ufeff", "</>&"));
    }

    /** Names of fields: any text but halves of surrogate pairs, which all read as the same replacement. */
    static Arbitrary<String> names() {
        return Arbitraries.oneOf(identifiers(), texts().map(StrictJson::wellFormed));
    }

    private static Arbitrary<String> identifiers() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars('_', '-')
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .map(name -> "x" + name),
                Arbitraries.of("id", "name", "labels", "value", "type", "ünï", "日本", "instances", "attributes"));
    }

    static Arbitrary<Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts().map(value -> value),
                numbers().map(value -> value),
                Arbitraries.of(true, false).map(value -> value),
                Arbitraries.just(null));
        return Arbitraries.recursive(() -> leaves, AnyState::nested, 0, 3);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> values) {
        return Arbitraries.oneOf(
                values,
                values.list().ofMaxSize(4).map(value -> value),
                Arbitraries.maps(names(), values).ofMaxSize(4).map(value -> value));
    }

    static Arbitrary<Map<String, Object>> attributes() {
        return Arbitraries.maps(names(), values()).ofMaxSize(5);
    }

    /** A state around the attributes of one instance. */
    static Map<String, Object> withAttributes(Object attributes) {
        return state(List.of(block(
                Address.parse("a_b.c"), List.of(map("schema_version", new Digits("0"), "attributes", attributes)))));
    }

    private static Arbitrary<InstanceKey> keys() {
        return Arbitraries.oneOf(
                Arbitraries.just(InstanceKey.NONE),
                Arbitraries.longs().between(0, 3).map(InstanceKey::of),
                Arbitraries.of(0L, 2147483647L, 999_999_999_999_999_999L).map(InstanceKey::of),
                texts().map(StrictJson::wellFormed).map(InstanceKey::of));
    }

    private static Arbitrary<Instance> instances() {
        Arbitrary<List<ModuleStep>> modules = Combinators.combine(identifiers(), keys())
                .as(ModuleStep::new)
                .list()
                .ofMaxSize(2);
        Arbitrary<Address> addresses = Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.just(List.<ModuleStep>of()), modules),
                        Arbitraries.of(ResourceMode.class),
                        Arbitraries.oneOf(Arbitraries.of("a_b", "google_storage_bucket"), identifiers()),
                        Arbitraries.oneOf(Arbitraries.of("c", "data", "module", "output"), identifiers()),
                        keys())
                .as(Address::new);
        Arbitrary<String> deposed = Arbitraries.of("", "", "", "0000dead", "00000001");
        return Combinators.combine(addresses, deposed, Arbitraries.of(true, false), attributes())
                .as(Instance::new);
    }

    static Arbitrary<Map<String, Object>> states() {
        Arbitrary<List<Instance>> instances = instances()
                .list()
                .uniqueElements(instance -> instance.address + " " + instance.deposedKey)
                .ofMaxSize(8);
        Arbitrary<Map<String, Object>> outputs = Arbitraries.maps(names(), values())
                .ofMaxSize(3)
                .map(values -> values.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> map("value", entry.getValue(), "type", "dynamic"))));
        return Combinators.combine(instances, outputs, Arbitraries.longs(), attributes())
                .as((all, some, serial, unknown) -> {
                    Map<String, Object> state = state(blocks(all));
                    state.put("outputs", some);
                    state.put("serial", new Digits(Long.toUnsignedString(serial)));
                    unknown.forEach((name, value) -> state.put("new " + name, value));
                    return state;
                });
    }

    /** One block for each run of instances of one resource. */
    private static List<Object> blocks(List<Instance> all) {
        List<Object> blocks = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            Address resource = all.get(from).address.resource();
            List<Object> instances = new ArrayList<>();
            while (from < all.size() && all.get(from).address.resource().equals(resource)) {
                instances.add(instance(all.get(from)));
                from++;
            }
            blocks.add(block(resource, instances));
        }
        return blocks;
    }

    private static Map<String, Object> block(Address resource, List<?> instances) {
        Map<String, Object> block = map(
                "mode",
                resource.mode() == ResourceMode.DATA ? "data" : "managed",
                "type",
                resource.type(),
                "name",
                resource.name(),
                "provider",
                "provider[\"registry.example/a/b\"]",
                "instances",
                instances);
        if (!resource.modules().isEmpty()) {
            block.put(
                    "module",
                    resource.modules().stream().map(ModuleStep::toString).collect(Collectors.joining(".")));
        }
        return block;
    }

    private static Map<String, Object> instance(Instance instance) {
        Map<String, Object> fields = map(
                "schema_version",
                new Digits("1"),
                "attributes",
                instance.attributes,
                "sensitive_attributes",
                List.of(),
                "private",
                "bnVsbA==",
                "dependencies",
                List.of("a.b", "module.m.c.d"));
        InstanceKey key = instance.address.key();
        if (key instanceof InstanceKey.Index index) {
            fields.put("index_key", new Digits(Long.toString(index.value())));
        } else if (key instanceof InstanceKey.Name name) {
            fields.put("index_key", name.value());
        }
        if (instance.tainted) {
            fields.put("status", "tainted");
        }
        if (!instance.deposedKey.isEmpty()) {
            fields.put("deposed", instance.deposedKey);
        }
        return fields;
    }

    private static Map<String, Object> state(List<?> resources) {
        return map(
                "version",
                new Digits("4"),
                "terraform_version",
                "1.11.4",
                "serial",
                new Digits("1"),
                "lineage",
                States.LINEAGE,
                "resources",
                resources,
                "check_results",
                null);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
