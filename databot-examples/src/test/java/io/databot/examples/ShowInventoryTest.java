package io.databot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program {@code inventory} on the state that the real Terraform wrote. */
class ShowInventoryTest {

    private static String print(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "inventory";
        all[1] = "dev";
        System.arraycopy(options, 0, all, 2, options.length);
        return Programs.print(all);
    }

    @Test
    void tableHasEveryResourceTheLinksAndTheCounts() {
        assertThat(print())
                .startsWith("Environment dev, project acme-robots-dev\n  read from ")
                .containsPattern("bucket +acme-robots-dev-data +US-CENTRAL1, STANDARD +module.storage\\[\"data\"\\]")
                .containsPattern("workbench +databot-dev +us-central1-b, e2-standard-4, STOPPED")
                .containsPattern("service +databot-dev +us-central1, https://")
                .containsPattern("workbench databot-dev +runs as +service account databot-dev@acme")
                .containsPattern(
                        "service account databot-dev@acme\\S+ +storage.objectUser +bucket acme-robots-dev-data")
                .containsPattern("14 +google_project_service +module.apis");
    }

    @Test
    void jsonHasTheDocumentedShape() throws IOException {
        JsonNode json = new ObjectMapper().readTree(print("--json"));

        assertThat(List.copyOf(json.properties()).stream().map(entry -> entry.getKey()))
                .containsExactly(
                        "schema_version",
                        "environment",
                        "project",
                        "origin",
                        "lineage",
                        "serial",
                        "buckets",
                        "service_accounts",
                        "workbenches",
                        "services",
                        "jobs",
                        "links",
                        "others",
                        "outputs");
        assertThat(json.at("/schema_version").asInt()).isEqualTo(1);
        assertThat(json.at("/buckets/1/name").asText()).isEqualTo("acme-robots-dev-data");
        assertThat(json.at("/buckets/1/labels/team").asText()).isEqualTo("robots");
        assertThat(json.at("/services/0/images/0").asText()).endsWith("hello-app:1.0");
        assertThat(json.at("/links/0/label").asText()).isEqualTo("runs as");
        assertThat(json.at("/links/0/to").asText())
                .isEqualTo(json.at("/service_accounts/0/address").asText());
        assertThat(json.at("/others/0/count").asInt()).isEqualTo(14);
        assertThat(json.at("/outputs").toString()).contains("\"project_id\"").doesNotContain("acme");
    }

    @Test
    void chartHasAModuleAroundEveryResource() {
        assertThat(print("--mermaid"))
                .startsWith("flowchart LR\n")
                .contains("subgraph m1[\"module.apis\"]\n")
                .contains("r4[(\"bucket<br/>acme-robots-dev-data<br/>US-CENTRAL1\")]:::bucket\n")
                .contains("r6 -->|\"runs as\"| r2\n");
    }

    /** The picture in the documentation is what the program prints. */
    @Test
    void chartIsTheOneInTheDocumentation() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "inventory.md"));

        assertThat(document).contains("```mermaid\n" + print("--mermaid") + "```\n");
    }

    @Test
    void pageNeedsNothingButItself() {
        String page = print("--html");

        assertThat(page)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("<svg ")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("<img")
                .doesNotContain("@import")
                .doesNotContainPattern("(src|href)=");
        assertThat(page.replace("url(#tip)", "")).doesNotContain("url(");
    }

    @Test
    void pageGoesIntoTheFileThatIsNamed(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("page.html");

        assertThat(print("--html=" + file)).isEqualTo("wrote " + file + "\n");
        assertThat(file).hasContent(print("--html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev prod", "--json --mermaid", "--yaml"})
    void wrongCallSaysHowToCallIt(String arguments) {
        Run run = Run.of(("inventory " + arguments).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Say inventory [ENV|LOCATION]").hasLineCount(1);
    }
}
