package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The state of the environment dev, as the real Terraform wrote it from this repository's modules. */
class DevFixtureTest {

    private final State state =
            TerraformState.of(Path.of("../terraform/fixtures/dev.tfstate")).read();

    @Test
    void headerIsRead() {
        assertThat(state.lineage()).isEqualTo("00000000-0000-4000-8000-0000000000de");
        assertThat(state.serial()).isEqualTo(1);
        assertThat(state.stale()).isFalse();
        assertThat(state.origin()).endsWith("terraform/fixtures/dev.tfstate");
    }

    @Test
    void contractOutputAndResourceAgree() {
        assertThat(state.get("output.databot.environment").asString()).isEqualTo("dev");
        assertThat(state.instances("google_storage_bucket"))
                .extracting(bucket -> bucket.attributes().asMap().get("name").asString())
                .contains(state.get("output.databot.buckets.data.name").asString());
    }

    @Test
    void everyInstanceHasAttributes() {
        assertThat(state.instances()).isNotEmpty().allSatisfy(instance -> {
            assertThat(instance.attributes().asMap()).isNotEmpty();
            assertThat(state.get(instance.address().toString())).isEqualTo(instance.attributes());
        });
    }
}
