package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import org.junit.jupiter.api.Test;

/** What OpenTofu and newer versions of Terraform add to version 4. */
class OpenTofuStateTest {

    @Test
    void providersMayStandAtTheInstances() {
        State state = States.read(
                States.withResources(
                        "{\"mode\":\"managed\",\"type\":\"a_b\",\"name\":\"c\",\"instances\":["
                                + "{\"index_key\":\"x\",\"provider\":\"provider[\\\"registry.opentofu.org/a/b\\\"][\\\"eu\\\"]\",\"attributes\":{\"n\":1}},"
                                + "{\"index_key\":\"y\",\"provider\":\"provider[\\\"registry.opentofu.org/a/b\\\"][\\\"us\\\"]\",\"attributes\":{\"n\":2}}]}"));
        assertThat(state.get("a_b.c[\"y\"].n").asLong()).isEqualTo(2);
    }

    @Test
    void deprecatedOutputsAreOutputs() {
        State state = States.read(States.withOutputs(
                "\"o\":{\"value\":1,\"type\":\"number\",\"deprecated\":\"use p\",\"sensitive\":true}"));
        assertThat(state.get("output.o").asLong()).isEqualTo(1);
        assertThat(state.get("output.o").sensitive()).isTrue();
    }

    @Test
    void instancesThatAreSkippedOnDestroyAreInstances() {
        State state = States.read(States.withResources(
                States.resourceWithInstances("a_b", "c", "{\"skip_destroy\":true,\"attributes\":{\"n\":1}}")));
        assertThat(state.instances("a_b"))
                .singleElement()
                .satisfies(instance -> assertThat(instance.tainted()).isFalse());
    }

    @Test
    void identityIsNoAttribute() {
        State state = States.read(
                States.withResources(
                        States.resourceWithInstances(
                                "a_b",
                                "c",
                                "{\"identity_schema_version\":1,\"identity\":{\"account\":\"x\"},\"attributes\":{\"n\":1}},"
                                        + "{\"index_key\":0,\"identity_schema_version\":0,\"identity\":null,\"attributes\":{\"n\":2}}")));
        assertThat(state.get("a_b.c").asMap()).containsOnlyKeys("n");
        assertThat(state.get("a_b.c[0].n").asLong()).isEqualTo(2);
    }
}
