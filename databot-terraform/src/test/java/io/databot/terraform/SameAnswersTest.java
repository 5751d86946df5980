package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.DatabotException;
import io.databot.state.Address;
import io.databot.state.State;
import io.databot.state.StateDiff;
import io.databot.state.StateInstance;
import io.databot.state.StateQuery;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever is looked up in an index without reading the rest is what a plain list of all instances gives. */
class SameAnswersTest {

    private static final String TELLING = ".[]\"\\$%{}?0a -ü\n";
    private static final List<String> OTHERS = List.of(
            "",
            "output.id",
            "output.id.name[0]",
            "a_b.c",
            "a_b.c[0]",
            "x.c[\"\ud83d\"]",
            "a_b.c[0][\"\ud83d\"]",
            "data.x.data",
            "module.m.a_b.c");

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void queryGivesWhatTheSlowWayGives(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Object> tree = OddState.random(random);
        State state = States.read(written(tree, random));
        State slow = slow(state);
        List<String> queries = new ArrayList<>(OTHERS);
        for (String resource : OddState.resources(tree)) {
            queries.add(resource);
            queries.add(resource + ".id");
        }
        for (StateInstance instance : state.instances()) {
            queries.addAll(queries(instance, random));
        }
        for (String query : queries) {
            assertSameAnswer(state, slow, query);
            assertSameAnswer(state, slow, query.replace('?', '\ud83d'));
            for (int times = 0; times < 4; times++) {
                assertSameAnswer(state, slow, mutated(query, random));
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void pathInAnInstanceGivesWhatItsAttributesGive(@ForAll long seed) {
        Random random = new Random(seed);
        State state = States.read(written(OddState.random(random), random));
        for (int i = 0; i < state.instances().size(); i++) {
            StateValue attributes = state.instances().get(i).attributes();
            StateInstance plain = new PlainInstance(
                    new PlainInstance.Label(Address.parse("a.b"), false, Optional.empty()), attributes);
            for (String path : paths(attributes, random)) {
                // Another object each time: one that has made its attributes looks there.
                assertThat(answer(state.instances().get(i), path)).as(path).isEqualTo(answer(plain, path));
            }
        }
    }

    private static List<String> paths(StateValue attributes, Random random) {
        List<String> paths = new ArrayList<>(List.of("", "id", "0", "[0]", "id.0", "?"));
        for (String name : attributes.asMap().keySet()) {
            paths.add(printed(List.of(new StateQuery.Field(name))));
            paths.add(printed(List.of(new StateQuery.Field(name.replace('?', '\ud83d')))));
        }
        for (int times = 0; times < 8; times++) {
            String path = printed(path(attributes, random));
            paths.add(path);
            paths.add(mutated(path, random));
        }
        return paths;
    }

    private static String printed(List<StateQuery.Step> path) {
        String text = new StateQuery(Optional.empty(), Optional.empty(), path).toString();
        return text.startsWith(".") ? text.substring(1) : text;
    }

    private static Object answer(StateInstance instance, String path) {
        try {
            return instance.find(path);
        } catch (DatabotException e) {
            return e.toString();
        }
    }

    /** In Terraform's layout, in one that is nearly so, in one line, or in any. */
    private static String written(Object tree, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> AnyJson.write(tree, random.nextLong());
            case 1 -> LaidOutJson.likeTerraform(tree).replace("\n", "\r\n");
            case 2 -> LaidOutJson.likeTerraform(tree).replace("\n", "").replace("  ", "");
            case 3, 4 -> LaidOutJson.nearlyLikeTerraform(tree, random, 20 + random.nextInt(200));
            default -> LaidOutJson.likeTerraform(tree);
        };
    }

    private static State slow(State state) {
        StateSnapshot.Header header =
                new StateSnapshot.Header(state.lineage(), state.serial(), state.origin(), Instant.EPOCH, false);
        return new StateSnapshot(header, state.instances(), state.outputs());
    }

    private static void assertSameAnswer(State state, State slow, String query) {
        Object expected = answer(slow, query);
        // Twice: the second answer may be remembered.
        assertThat(answer(state, query)).as(query).isEqualTo(expected);
        assertThat(answer(state, query)).as(query).isEqualTo(expected);
    }

    private static Object answer(State state, String query) {
        try {
            return state.find(query);
        } catch (DatabotException e) {
            return e.toString();
        }
    }

    private static List<String> queries(StateInstance instance, Random random) {
        List<String> queries = new ArrayList<>();
        Address address = instance.address();
        queries.add(address.toString());
        queries.add(address.resource().toString());
        instance.attributes().asMap().forEach((name, value) -> {
            StateQuery.Step lookalike =
                    new StateQuery.Field(name + "\": " + value.revealed().toJson());
            StateQuery.Step shorter =
                    new StateQuery.Field(name + "\": \"" + value.string().orElse(""));
            queries.add(new StateQuery(Optional.empty(), Optional.of(address), List.of(lookalike)).toString());
            queries.add(new StateQuery(Optional.empty(), Optional.of(address), List.of(shorter)).toString());
        });
        for (int times = 0; times < 8; times++) {
            List<StateQuery.Step> path = path(instance.attributes(), random);
            queries.add(new StateQuery(Optional.empty(), Optional.of(address), path).toString());
            queries.add(otherwise(address + "", path, random));
        }
        return queries;
    }

    private static List<StateQuery.Step> path(StateValue start, Random random) {
        List<StateQuery.Step> path = new ArrayList<>();
        StateValue at = start;
        while (random.nextInt(5) > 0) {
            if (at.kind() == StateValue.Kind.MAP && !at.asMap().isEmpty()) {
                List<String> names = new ArrayList<>(at.asMap().keySet());
                String name = names.get(random.nextInt(names.size()));
                path.add(new StateQuery.Field(name));
                at = at.asMap().get(name);
            } else if (at.kind() == StateValue.Kind.LIST && !at.asList().isEmpty()) {
                int position = random.nextInt(at.asList().size());
                path.add(new StateQuery.Element(position));
                at = at.asList().get(position);
            } else {
                break;
            }
        }
        return path;
    }

    /** The same path in the other ways to write it, as far as they are others. */
    private static String otherwise(String address, List<StateQuery.Step> path, Random random) {
        StringBuilder text = new StringBuilder(address);
        for (StateQuery.Step step : path) {
            boolean dot = random.nextBoolean();
            if (step instanceof StateQuery.Element element) {
                text.append(dot ? "." + element.index() : "[0" + element.index() + "]");
            } else if (step instanceof StateQuery.Field field) {
                text.append(dot ? "." + field.name() : "[\"" + field.name() + "\"]");
            }
        }
        return text.toString();
    }

    private static String mutated(String query, Random random) {
        if (query.isEmpty()) {
            return String.valueOf(TELLING.charAt(random.nextInt(TELLING.length())));
        }
        int at = random.nextInt(query.length());
        String before = query.substring(0, at);
        String after = query.substring(at + 1);
        String other = String.valueOf(TELLING.charAt(random.nextInt(TELLING.length())));
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + query.charAt(at) + query.substring(at);
            case 2 -> before + other + after;
            case 3 -> before + other + query.substring(at);
            case 4 -> before;
            default -> query + "." + "x".repeat(random.nextInt(3_000));
        };
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void differenceIsThatOfPlainLists(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Object> tree = OddState.random(random);
        State before = States.read(written(tree, random));
        Object changed = random.nextInt(6) == 0 ? OddState.random(random) : tree;
        for (int times = random.nextInt(3); times > 0; times--) {
            changed = Change.to(changed, random);
        }
        State after;
        try {
            after = States.read(written(changed, random));
        } catch (DatabotException e) {
            return;
        }
        StateDiff expected = StateDiff.between(slow(before), slow(after));
        StateDiff actual = before.diff(after);
        assertThat(addresses(actual.appeared())).isEqualTo(addresses(expected.appeared()));
        assertThat(addresses(actual.gone())).isEqualTo(addresses(expected.gone()));
        assertThat(changes(actual)).isEqualTo(changes(expected));
        assertThat(actual.outputs()).isEqualTo(expected.outputs());
    }

    private static List<Address> addresses(List<StateInstance> instances) {
        return instances.stream().map(StateInstance::address).toList();
    }

    private static List<String> changes(StateDiff diff) {
        return diff.changed().stream().map(String::valueOf).toList();
    }
}
