package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What version 4 allows, beyond what one Terraform run writes. */
class StateReaderTest {

    @Test
    void emptyStateHasNothing() {
        State state = States.read("{\"version\":4}");
        assertThat(state.instances()).isEmpty();
        assertThat(state.outputs()).isEmpty();
        assertThat(state.lineage()).isEmpty();
        assertThat(state.serial()).isZero();
    }

    @Test
    void destroyedStateHasNothingButItsSerial() {
        State state = States.read(States.resource("destroyed.tfstate"));
        assertThat(state.instances()).isEmpty();
        assertThat(state.outputs()).isEmpty();
        assertThat(state.serial()).isPositive();
    }

    @Test
    void nullListsAreEmpty() {
        State state = States.read("{\"version\":4,\"resources\":null,\"outputs\":null,\"check_results\":null}");
        assertThat(state.instances()).isEmpty();
        assertThat(state.outputs()).isEmpty();
    }

    @Test
    void serialUsesAll64Bits() {
        State state = States.read("{\"version\":4,\"serial\":18446744073709551615}");
        assertThat(Long.toUnsignedString(state.serial())).isEqualTo("18446744073709551615");
    }

    @Test
    void unknownFieldsAreIgnoredEverywhere() {
        State state = States.read("{\"version\":4,\"new\":{\"a\":[1,{}]},\"serial\":7,\"resources\":[{\"new\":[],"
                + "\"deprecated\":\"\",\"mode\":\"managed\",\"type\":\"a_b\",\"name\":\"c\",\"each\":\"map\",\"instances\":["
                + "{\"new\":{},\"provider\":\"p\",\"skip_destroy\":true,\"attributes\":{\"x\":1},\"private\":\"c2VjcmV0\","
                + "\"identity\":{\"y\":2},\"dependencies\":[\"d.e\"],\"create_before_destroy\":true}]}],"
                + "\"outputs\":{\"o\":{\"new\":1,\"value\":2,\"type\":\"number\",\"deprecated\":\"\"}}}");
        assertThat(state.get("a_b.c").asMap()).containsOnlyKeys("x");
        assertThat(state.get("output.o").asLong()).isEqualTo(2);
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        State state = States.read("{\"outputs\":{\"o\":{\"type\":\"string\",\"sensitive\":true,\"value\":\"v\"}},"
                + "\"resources\":[{\"instances\":[{\"attributes\":{\"x\":\"y\"},\"index_key\":\"k\"}],\"name\":\"c\","
                + "\"type\":\"a_b\",\"mode\":\"data\",\"module\":\"module.m[0]\"}],\"lineage\":\"l\",\"serial\":3,"
                + "\"version\":4}");
        assertThat(state.get("module.m[0].data.a_b.c[\"k\"].x").asString()).isEqualTo("y");
        assertThat(state.get("output.o").sensitive()).isTrue();
        assertThat(state.lineage()).isEqualTo("l");
    }

    @Test
    void byteOrderMarkIsAccepted() {
        State state = States.read("\ufeff" + States.withResources(States.resource("a_b", "ü", "{\"x\":\"日\"}")));
        assertThat(state.get("a_b.ü.x").asString()).isEqualTo("日");
    }

    @Test
    void oneResourceMayBeSplitOverBlocksAndMixKeys() {
        State state = States.read(States.withResources(States.resourceWithInstances(
                        "a_b", "c", "{\"index_key\":0,\"attributes\":{\"n\":1}},{\"attributes\":{\"n\":2}}")
                + ","
                + States.resourceWithInstances("a_b", "c", "{\"index_key\":\"0\",\"attributes\":{\"n\":3}}")));
        assertThat(state.instances("a_b")).hasSize(3);
        assertThat(state.get("a_b.c[0].n").asLong()).isEqualTo(1);
        assertThat(state.get("a_b.c.n").asLong()).isEqualTo(2);
        assertThat(state.get("a_b.c[\"0\"].n").asLong()).isEqualTo(3);
    }

    @Test
    void resourceWithoutInstancesIsNotThere() {
        State state = States.read(States.withResources(States.resourceWithInstances("a_b", "c", "")));
        assertThat(state.find("a_b.c")).isEmpty();
    }

    @Test
    void hugeIndexCostsNothing() {
        State state = States.read(States.withResources(
                States.resourceWithInstances("a_b", "c", "{\"index_key\":2147483647,\"attributes\":{\"n\":1}}")));
        assertThat(state.get("a_b.c[2147483647].n").asLong()).isEqualTo(1);
        assertThat(state.get("a_b.c").asList()).hasSize(1);
    }

    @Test
    void emptyKeyIsAKeyAndNullIsNone() {
        State state = States.read(States.withResources(States.resourceWithInstances(
                "a_b",
                "c",
                "{\"index_key\":\"\",\"attributes\":{\"n\":1}},{\"index_key\":null,\"attributes\":{\"n\":2}}")));
        assertThat(state.get("a_b.c[\"\"].n").asLong()).isEqualTo(1);
        assertThat(state.get("a_b.c.n").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"attributes\":null}", "{\"attributes\":null,\"attributes_flat\":null}"})
    void instanceWithoutAttributesHasNone(String instance) {
        State state = States.read(States.withResources(States.resourceWithInstances("a_b", "c", instance)));
        assertThat(state.get("a_b.c").asMap()).isEmpty();
    }

    @Test
    void flatAttributesOfTerraform011AreUnfolded() {
        State state = States.read(States.withResources(States.resourceWithInstances(
                "a_b",
                "c",
                "{\"attributes_flat\":{\"id\":\"x\",\"labels.%\":\"2\",\"labels.env\":\"dev\",\"labels.a.b\":\"d\",\"rule.#\":\"11\","
                        + "\"rule.0.action.#\":\"1\",\"rule.0.action.0.type\":\"Delete\",\"rule.2.age\":\"2\",\"rule.10.age\":\"10\","
                        + "\"none.#\":\"0\",\"empty.%\":\"0\"}}")));
        assertThat(state.get("a_b.c.id").asString()).isEqualTo("x");
        assertThat(state.get("a_b.c.labels[\"a.b\"]").asString()).isEqualTo("d");
        assertThat(state.get("a_b.c.labels").asMap()).containsOnlyKeys("env", "a.b");
        assertThat(state.get("a_b.c.rule[0].action[0].type").asString()).isEqualTo("Delete");
        assertThat(state.get("a_b.c.rule[2].age").asString()).isEqualTo("10");
        assertThat(state.get("a_b.c.none").asList()).isEmpty();
        assertThat(state.get("a_b.c.empty").asMap()).isEmpty();
    }

    @Test
    void flatAttributesOfAnyDepthDoNotExhaustTheStack() {
        State state = States.read(States.withResources(States.resourceWithInstances(
                "a_b", "c", "{\"attributes_flat\":{\"" + "a.".repeat(100_000) + "z\":\"x\"}}")));
        assertThat(state.get("a_b.c").asMap()).hasSize(1);
    }

    @Test
    void deepestAllowedValueIsReadMarkedComparedAndPrintedOnASmallStack() throws InterruptedException {
        int depth = 990;
        String value = "[".repeat(depth) + "]".repeat(depth);
        String json = States.withOutputs("\"deep\":{\"value\":" + value + ",\"sensitive\":true}")
                .replace(
                        "\"resources\":[]",
                        "\"resources\":["
                                + States.resourceWithInstances(
                                        "a_b",
                                        "c",
                                        "{\"attributes\":{\"deep\":" + value
                                                + "},\"sensitive_attributes\":[[{\"type\":\"get_attr\",\"value\":\"deep\"}]]}")
                                + "]");
        Throwable[] thrown = new Throwable[1];
        Thread small = new Thread(
                null,
                () -> {
                    State state = States.read(json);
                    StateValue deep = state.get("a_b.c.deep");
                    assertThat(deep.sensitive()).isTrue();
                    assertThat(deep).isEqualTo(state.get("output.deep"));
                    assertThat(deep.hashCode())
                            .isEqualTo(state.get("output.deep").hashCode());
                    assertThat(String.valueOf(deep)).isEqualTo("(sensitive)");
                },
                "small stack",
                1024 * 1024);
        small.setUncaughtExceptionHandler((thread, e) -> thrown[0] = e);
        small.start();
        small.join();
        assertThat(thrown[0]).isNull();
    }

    @Test
    void numbersOfManyDigitsAreExact() {
        String digits = "7".repeat(20_001);
        State state = States.read(States.withResources(States.resource(
                "a_b", "c", "{\"a\":" + digits + ",\"b\":0.1,\"c\":-0,\"d\":1E+2,\"e\":9007199254740993.0}")));
        assertThat(state.get("a_b.c.a").asBigDecimal()).isEqualTo(new BigDecimal(digits));
        assertThat(state.get("a_b.c.b").asBigDecimal()).isEqualTo(new BigDecimal("0.1"));
        assertThat(state.get("a_b.c.c").asLong()).isZero();
        assertThat(state.get("a_b.c.d").asLong()).isEqualTo(100);
        assertThat(state.get("a_b.c.e").asLong()).isEqualTo(9007199254740993L);
    }

    @Test
    void longTextsAndLongNamesAreRead() {
        String text = "x".repeat(30_000_000);
        String name = "n".repeat(200_000);
        State state = States.read(
                States.withResources(States.resource("a_b", "c", "{\"text\":\"" + text + "\",\"" + name + "\":1}")));
        assertThat(state.get("a_b.c.text").asString()).hasSize(text.length());
        assertThat(state.get("a_b.c." + name).asLong()).isEqualTo(1);
    }

    @Test
    void halfASurrogatePairBecomesAReplacementCharacterAsInTerraform() {
        State state = States.read(States.withResources(States.resourceWithInstances(
                "a_b", "c", "{\"index_key\":\"\\ud800\",\"attributes\":{\"x\":\"\\ud83d\\ude00\\ud83d\"}}")));
        assertThat(state.get("a_b.c[\"\ufffd\"].x").asString()).isEqualTo("😀\ufffd");
    }

    @Test
    void escapedCharactersBeyondTheBasicPlaneAreReadInNamesToo() {
        State state =
                States.read(States.withResources(States.resource("a_b", "c", "{\"\\ud83d\\ude00\":1,\"\\u003c\":2}")));
        assertThat(state.get("a_b.c").asMap()).containsOnlyKeys("😀", "<");
    }

    @Test
    void escapedNulIsKept() {
        State state = States.read(States.withResources(States.resource("a_b", "c", "{\"name\":\"a\\u0000b\"}")));
        assertThat(state.get("a_b.c.name").asString()).isEqualTo("a\0b");
    }

    @Test
    void keysAreNormalisedAsTerraformDoes() {
        State state = States.read(States.withResources(
                States.resourceWithInstances("a_b", "c", "{\"index_key\":\"\u00fc\",\"attributes\":{\"n\":1}}")));
        assertThat(state.get("a_b.c[\"u\u0308\"].n").asLong()).isEqualTo(1);
    }

    @Test
    void wrapperIsTakenOffKnownDynamicAttributesOnly() {
        String wrapped = "{\"value\":[1],\"type\":[\"tuple\",[\"number\"]]}";
        State state = States.read(States.withResources(
                States.resource("terraform_data", "c", "{\"input\":" + wrapped + ",\"id\":" + wrapped + "}") + ","
                        + States.resource("kubernetes_manifest", "c", "{\"manifest\":" + wrapped + ",\"object\":null}")
                        + ","
                        + States.resource("a_b", "c", "{\"input\":" + wrapped + "}")));
        assertThat(state.get("terraform_data.c.input[0]").asLong()).isEqualTo(1);
        assertThat(state.get("terraform_data.c.id").asMap()).containsOnlyKeys("value", "type");
        assertThat(state.get("kubernetes_manifest.c.manifest[0]").asLong()).isEqualTo(1);
        assertThat(state.get("kubernetes_manifest.c.object").isNull()).isTrue();
        assertThat(state.get("a_b.c.input").asMap()).containsOnlyKeys("value", "type");
    }

    @Test
    void knownSecretsAreMarkedWhateverTheStateSays() {
        State state = States.read(States.withResources(States.resource(
                        "google_service_account_key", "c", "{\"private_key\":\"s\",\"id\":\"i\"}")
                + ","
                + States.resource(
                        "google_container_cluster", "c", "{\"master_auth\":[{\"client_key\":\"s\",\"other\":1}]}")
                + ","
                + States.resource("google_sql_user", "c", "{\"password\":null}")));
        assertThat(state.get("google_service_account_key.c.private_key").sensitive())
                .isTrue();
        assertThat(state.get("google_service_account_key.c.id").sensitive()).isFalse();
        assertThat(state.get("google_container_cluster.c.master_auth[0].client_key")
                        .sensitive())
                .isTrue();
        assertThat(state.get("google_container_cluster.c.master_auth[0].other").sensitive())
                .isFalse();
        assertThat(state.get("google_sql_user.c.password").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[{\"type\":\"get_attr\",\"value\":\"a\"},{\"type\":\"invented\",\"value\":{\"x\":1}}]]",
                "[[{\"type\":\"get_attr\",\"value\":\"a\"},{\"type\":\"index\",\"value\":{\"value\":1.5,\"type\":\"number\"}}]]",
                "[[{\"type\":\"get_attr\",\"value\":\"a\"},7]]",
                "[[]]",
                "[\"a\"]",
                "{\"a\":true}",
                "5"
            })
    void sensitivePathThatIsNotUnderstoodMarksAllThatItMayMean(String paths) {
        State state = States.read(States.withResources(States.resourceWithInstances(
                "a_b", "c", "{\"attributes\":{\"a\":[\"s\"]},\"sensitive_attributes\":" + paths + "}")));
        assertThat(state.get("a_b.c.a[0]").sensitive()).isTrue();
    }

    @Test
    void attributesAreParsedOnce() {
        StateInstance instance = States.read(States.withResources(States.resource("a_b", "c", "{\"x\":1}")))
                .instances()
                .get(0);
        StateValue first = instance.attributes();
        assertThat(instance.attributes()).isSameAs(first);
    }

    @Test
    void instancesKeepTheOrderOfTheState() {
        State state = States.read(States.withResources(States.resource("z_z", "z", "{}") + ","
                + States.resource("a_a", "a", "{}") + "," + States.resource("m_m", "m", "{}")));
        assertThat(state.instances())
                .extracting(instance -> instance.address().type())
                .isEqualTo(List.of("z_z", "a_a", "m_m"));
    }

    @Test
    void windowsLineEndsAreRead() {
        byte[] bytes = States.text("default.tfstate").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(States.read(bytes).get("output.workspace").asString()).isEqualTo("default");
    }
}
