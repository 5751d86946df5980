package io.databot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.examples.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Asking a local state file loads none of Google's classes, Guice's among them, nothing of an adapter for a cloud, and no
 * cache for what is asked once.
 */
class LocalStateTest {

    private static final String FIXTURE = "../terraform/fixtures/dev.tfstate";

    @Test
    void queryOfALocalFileLoadsNeitherGuiceNorACloudsAdapter() throws Exception {
        assertLoadsNoCloud(
                FreshJvm.run(List.of(), Examples.class, "state-query", "output.project_id", FIXTURE),
                "acme-robots-dev");
    }

    @Test
    void listOfALocalFileLoadsNeitherGuiceNorACloudsAdapter() throws Exception {
        assertLoadsNoCloud(
                FreshJvm.run(List.of(), Examples.class, "state-query", "--list", FIXTURE),
                "module.workbench[0].google_workbench_instance.this");
    }

    private static void assertLoadsNoCloud(List<String> lines, String printed) {
        assertThat(lines).contains(printed).anyMatch(line -> line.contains(" io.databot.terraform.TerraformState "));
        assertThat(lines)
                .noneMatch(line -> line.contains(" com.google."))
                .noneMatch(line -> line.contains(" io.databot.gcp."))
                .noneMatch(line -> line.contains(" com.github.benmanes.caffeine."))
                .noneMatch(line -> line.contains(" io.databot.Databot "));
    }

    /** The test above would notice. */
    @Test
    void queryOfAnEnvironmentLoadsGuice() throws Exception {
        assertThat(FreshJvm.run(List.of(), Examples.class, "state-query", "output.project_id", "dev"))
                .anyMatch(line -> line.contains(" com.google.inject."))
                .anyMatch(line -> line.contains(" com.github.benmanes.caffeine."))
                .anyMatch(line -> line.contains(" io.databot.Databot "));
    }
}
