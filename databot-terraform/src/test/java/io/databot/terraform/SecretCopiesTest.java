package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import io.databot.terraform.AnyJson.Digits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of a secret is marked wherever it stands, in whatever layout. */
class SecretCopiesTest {

    /** Writes a tree. */
    private enum Layout {
        TERRAFORM,
        COMPACT,
        WINDOWS,
        ANY;

        State read(Object tree) {
            return States.read(
                    switch (this) {
                        case TERRAFORM -> LaidOutJson.likeTerraform(tree);
                        case COMPACT ->
                            LaidOutJson.likeTerraform(tree).replace("\n", "").replace("  ", "");
                        case WINDOWS -> LaidOutJson.likeTerraform(tree).replace("\n", "\r\n");
                        case ANY -> AnyJson.write(tree, 7);
                    });
        }
    }

    private enum Copies {
        MARKED,
        PLAIN
    }

    static List<Layout> layouts() {
        return List.of(Layout.values());
    }

    private static Object resource(String type, Map<String, Object> attributes, Object marks) {
        return OddState.map(
                "mode",
                "managed",
                "type",
                type,
                "name",
                "c",
                "instances",
                List.of(OddState.map("attributes", attributes, "sensitive_attributes", marks)));
    }

    private static Object mark(String name) {
        return List.of(List.of(OddState.map("type", "get_attr", "value", name)));
    }

    /** Copies of whatever is a secret elsewhere, and what is none. */
    private static Object copies(String secret) {
        return resource(
                "copies",
                OddState.map(
                        "alone",
                        secret,
                        "list",
                        List.of("x", secret),
                        "map",
                        OddState.map("m", secret),
                        "part",
                        secret + "."),
                List.of());
    }

    private static Map<String, Object> state(String secret, Object outputs, Object... resources) {
        Map<String, Object> state = OddState.map("version", new Digits("4"), "outputs", outputs);
        List<Object> all = new ArrayList<>(List.of(resources));
        all.add(0, copies(secret));
        all.add(resource("other", OddState.map("a", secret), List.of()));
        state.put("resources", all);
        return state;
    }

    private static void assertCopies(State state, Copies copies) {
        boolean expected = copies == Copies.MARKED;
        for (String path : List.of("alone", "list[1]", "map.m", "list.1", "map[\"m\"]")) {
            assertThat(state.get("copies.c." + path).sensitive()).as(path).isEqualTo(expected);
        }
        assertThat(state.get("copies.c.list[0]").sensitive()).isFalse();
        assertThat(state.get("copies.c.part").sensitive()).isFalse();
        assertThat(state.get("other.c.a").sensitive()).isEqualTo(expected);
        StateInstance instance = state.instances("copies").get(0);
        for (StateValue whole : List.of(instance.attributes(), state.get("copies.c"))) {
            assertThat(whole.asMap().get("alone").sensitive()).isEqualTo(expected);
            assertThat(whole.asMap().get("list").asList().get(1).sensitive()).isEqualTo(expected);
            assertThat(whole.asMap().get("map").asMap().get("m").sensitive()).isEqualTo(expected);
            assertThat(whole.asMap().get("part").sensitive()).isFalse();
        }
        assertThat(state.outputs().get("copy").asList().get(0).sensitive()).isEqualTo(expected);
        assertThat(state.get("output.copy[0]").sensitive()).isEqualTo(expected);
    }

    private static Map<String, Object> outputs(String secret) {
        return OddState.map("copy", OddState.map("value", List.of(secret, "x"), "type", "dynamic"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void copyOfAMarkedAttributeIsMarked(Layout layout) {
        for (String secret :
                List.of("password", "pass-wörd and more", "with \"quotes\" and \\", "0123456789abcdef<&>")) {
            Object source = resource("source", OddState.map("a", 1, "b", secret, "c", null), mark("b"));
            assertCopies(layout.read(state(secret, outputs(secret), source)), Copies.MARKED);
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void copyOfAPartOfWhatIsMarkedIsMarked(Layout layout) {
        String secret = "password";
        Object source = resource("source", OddState.map("b", List.of(OddState.map("x", secret))), mark("b"));
        assertCopies(layout.read(state(secret, outputs(secret), source)), Copies.MARKED);
        Object whole = resource("source", OddState.map("b", secret), List.of(List.of()));
        assertCopies(layout.read(state(secret, outputs(secret), whole)), Copies.MARKED);
        Object dynamic = resource(
                "terraform_data",
                OddState.map("input", OddState.map("value", secret, "type", "string")),
                mark("input"));
        assertCopies(layout.read(state(secret, outputs(secret), dynamic)), Copies.MARKED);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void copyOfWhatItsTypeMakesASecretIsMarked(Layout layout) {
        Object source = resource("google_service_account_key", OddState.map("private_key", "password"), List.of());
        assertCopies(layout.read(state("password", outputs("password"), source)), Copies.MARKED);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void copyOfASensitiveOutputIsMarked(Layout layout) {
        Map<String, Object> outputs = outputs("password");
        outputs.put("secret", OddState.map("value", OddState.map("x", List.of("password")), "sensitive", true));
        State state = layout.read(state("password", outputs));
        assertCopies(state, Copies.MARKED);
        assertThat(state.get("output.secret.x[0]").sensitive()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void whatIsNoSecretOrTooShortIsNotMarked(Layout layout) {
        assertCopies(layout.read(state("password", outputs("password"))), Copies.PLAIN);
        Object source = resource("source", OddState.map("b", "passwor"), mark("b"));
        State state = layout.read(state("passwor", outputs("passwor"), source));
        assertCopies(state, Copies.PLAIN);
        assertThat(state.get("source.c.b").sensitive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "passwor", "ünïcode"})
    void shortTextIsNotRemembered(String text) {
        SecretTexts secrets = new SecretTexts();
        secrets.add(text);
        assertThat(secrets.mark(StateValue.of(text)).sensitive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "ünïcodes", "日本日本日本日本", "a text of more than sixteen characters"})
    void textIsRecognisedHoweverItWasAdded(String text) {
        SecretTexts secrets = new SecretTexts();
        secrets.addFrom(StateValue.of(List.of(StateValue.of(text).asSensitive(), StateValue.of("not secret"))));
        assertThat(secrets.mark(StateValue.of(text)).sensitive()).isTrue();
        assertThat(secrets.mark(StateValue.of("not secret")).sensitive()).isFalse();
        byte[] bytes = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
        assertThat(secrets.read(bytes, 0)).isEqualTo(StateValue.of(text).asSensitive());
        SecretTexts others = new SecretTexts();
        others.add(bytes, 1, bytes.length - 1);
        assertThat(others.mark(StateValue.of(text)).sensitive()).isTrue();
        assertThat(others.sameAs(secrets)).isTrue();
    }
}
