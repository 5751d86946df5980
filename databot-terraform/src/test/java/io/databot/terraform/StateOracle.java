package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.StateFailure;
import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateQuery;
import io.databot.state.StateValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what the parser makes of some bytes with what Jackson's tree of them says. */
final class StateOracle {

    /** Their attributes are not given as they stand in the file. */
    private static final Set<String> UNWRAPPED =
            Set.of("terraform_data", "terraform_remote_state", "kubernetes_manifest");

    /** No grammar has an address for such a type. */
    private static final Set<String> WORDS = Set.of("module", "data", "output");

    private record Expected(Address address, Optional<String> deposedKey, boolean tainted, Object attributes) {}

    private StateOracle() {}

    /**
     * Parses the bytes, and holds a state of version 4 against Jackson's reading.
     *
     * @return the state; empty if the bytes were refused
     * @throws AssertionError if Jackson refuses what the parser takes, or finds anything else in it
     */
    static Optional<State> judge(byte[] bytes) {
        State state;
        try {
            state = States.read(bytes.clone());
        } catch (StateFailure refused) {
            return Optional.empty();
        }
        try {
            Map<String, Object> top = object(StrictJson.read(bytes));
            if (String.valueOf(top.get("version")).equals("4")) {
                assertSame(state, top);
            }
        } catch (IOException e) {
            if (!isHalfPair(e)) {
                throw new AssertionError("a state was made of what is not JSON", e);
            }
        }
        return Optional.of(state);
    }

    /** In a name Jackson refuses half of a surrogate pair, which in a value it reads; Terraform reads both. */
    static boolean isHalfPair(IOException e) {
        return String.valueOf(e.getMessage()).contains("surrogate");
    }

    private static void assertSame(State state, Map<String, Object> top) {
        Object serial = Optional.ofNullable(top.get("serial")).orElse(BigDecimal.ZERO);
        assertThat(Long.toUnsignedString(state.serial())).isEqualTo(((BigDecimal) serial).toPlainString());
        assertThat(state.lineage())
                .isEqualTo(Optional.ofNullable(top.get("lineage")).orElse(""));
        Map<String, Object> outputs = new LinkedHashMap<>();
        object(top.get("outputs"))
                .forEach((name, output) -> outputs.put(name, object(output).get("value")));
        assertThat(plain(StateValue.of(state.outputs()))).isEqualTo(outputs);
        assertThat(state.outputs().keySet()).containsExactlyElementsOf(outputs.keySet());
        assertSameInstances(state, expected(top));
    }

    private static void assertSameInstances(State state, List<Expected> all) {
        List<StateInstance> instances = state.instances();
        assertThat(instances).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            Expected expected = all.get(i);
            StateInstance instance = instances.get(i);
            assertThat(instance.address()).isEqualTo(expected.address);
            assertThat(instance.tainted()).isEqualTo(expected.tainted);
            assertThat(instance.deposedKey()).isEqualTo(expected.deposedKey);
            if (expected.attributes != null) {
                assertThat(plain(instance.attributes())).isEqualTo(expected.attributes);
            }
            if (expected.deposedKey.isEmpty() && !WORDS.contains(expected.address.type())) {
                assertFound(state, instance);
            }
        }
    }

    private static void assertFound(State state, StateInstance instance) {
        Address address = instance.address();
        StateValue attributes = instance.attributes();
        assertThat(state.find(address.toString())).contains(attributes);
        attributes.asMap().forEach((name, value) -> {
            StateQuery query =
                    new StateQuery(Optional.empty(), Optional.of(address), List.of(new StateQuery.Field(name)));
            // A bracket right after a resource without a key would be its key.
            if (!address.key().equals(InstanceKey.NONE) || !query.toString().endsWith("]")) {
                assertThat(state.find(query.toString())).contains(value);
            }
        });
    }

    private static List<Expected> expected(Map<String, Object> top) {
        List<Expected> all = new ArrayList<>();
        for (Object block : list(top.get("resources"))) {
            Address resource = address(object(block));
            for (Object instance : list(object(block).get("instances"))) {
                all.add(expected(resource, object(instance)));
            }
        }
        return all;
    }

    private static Address address(Map<String, Object> block) {
        String module = Optional.ofNullable((String) block.get("module")).orElse("");
        ResourceMode mode = block.get("mode").equals("data") ? ResourceMode.DATA : ResourceMode.MANAGED;
        return new Address(
                Address.parseModule(module),
                mode,
                (String) block.get("type"),
                (String) block.get("name"),
                InstanceKey.NONE);
    }

    private static Expected expected(Address resource, Map<String, Object> instance) {
        Object key = instance.get("index_key");
        InstanceKey instanceKey = key == null
                ? InstanceKey.NONE
                : key instanceof BigDecimal index
                        ? InstanceKey.of(index.longValueExact())
                        : InstanceKey.of((String) key);
        Object attributes = instance.get("attributes");
        boolean elsewhere = attributes == null && instance.get("attributes_flat") != null;
        return new Expected(
                resource.withKey(instanceKey),
                Optional.ofNullable((String) instance.get("deposed")).filter(text -> !text.isEmpty()),
                "tainted".equals(instance.get("status")),
                elsewhere || UNWRAPPED.contains(resource.type()) ? null : object(attributes));
    }

    /** The same value in the types of {@link StrictJson}, without marks. */
    static Object plain(StateValue value) {
        return switch (value.kind()) {
            case NULL -> null;
            case BOOL -> value.asBoolean();
            case NUMBER -> value.asBigDecimal();
            case STRING -> value.asString();
            case LIST -> {
                List<Object> elements = new ArrayList<>();
                value.asList().forEach(element -> elements.add(plain(element)));
                yield elements;
            }
            case MAP -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                value.asMap().forEach((name, entry) -> entries.put(name, plain(entry)));
                yield entries;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
