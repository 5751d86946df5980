package io.databot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.Address;
import io.databot.state.StateValue;
import io.databot.testkit.StateDescription;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** No form of the inventory shows a secret or is broken by what a state holds. */
class InventorySafetyTest {

    private static final String HOSTILE = "a\"];<script>alert('x')</script>&amp;`|{}%%\u001b[31m\u202eend\n-->";

    @TempDir
    private Path directory;

    private String print(StateDescription state, String form) throws IOException {
        Path file = Files.writeString(directory.resolve("a.tfstate"), state.terraformState());
        return form.isEmpty()
                ? Programs.print("inventory", file.toString())
                : Programs.print("inventory", file.toString(), form);
    }

    private static StateValue secret(String text) {
        return StateValue.of("s3cr3t-" + text).asSensitive();
    }

    private static StateValue block(Map<String, StateValue> attributes) {
        return StateValue.of(List.of(StateValue.of(attributes)));
    }

    private static StateDescription secrets() {
        StateValue container = StateValue.of(Map.of(
                "image", secret("image"), "env", block(Map.of("name", StateValue.of("KEY"), "value", secret("env")))));
        StateValue template =
                block(Map.of("service_account", secret("account"), "containers", StateValue.of(List.of(container))));
        return StateDescription.empty()
                .with(
                        "google_storage_bucket.b",
                        Map.of(
                                "name", secret("bucket"),
                                "location", StateValue.of("EU"),
                                "url", secret("url"),
                                "labels", StateValue.of(Map.of("team", secret("label")))))
                .with("google_service_account.a", Map.of("email", secret("account"), "display_name", secret("display")))
                .with(
                        "google_workbench_instance.w",
                        Map.of(
                                "name", StateValue.of("w"),
                                "location", secret("zone"),
                                "proxy_uri", secret("proxy"),
                                "gce_setup",
                                        block(Map.of("machine_type", secret("machine")))
                                                .asSensitive()))
                .with(
                        "google_cloud_run_v2_service.s",
                        Map.of(
                                "name", StateValue.of("s"),
                                "location", StateValue.of("eu"),
                                "uri", secret("uri"),
                                "template", template))
                .with(
                        "google_cloud_run_v2_job.j",
                        Map.of(
                                "name", StateValue.of("j"),
                                "location", StateValue.of("eu"),
                                "template", block(Map.of("template", template))))
                .with(
                        "google_storage_bucket_iam_member.m",
                        Map.of("bucket", secret("bucket"), "member", secret("account"), "role", secret("role")))
                .with("google_service_account_key.k", Map.of("private_key", StateValue.of("s3cr3t-key")))
                .withOutput("password", secret("output"))
                .withOutput(
                        "databot",
                        StateValue.of(Map.of("environment", StateValue.of("s3cr3t-environment")))
                                .asSensitive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--mermaid", "--html"})
    void noFormShowsASecret(String form) throws IOException {
        assertThat(print(secrets(), form))
                .contains("google_service_account_key")
                .contains("sensitive")
                .doesNotContain("s3cr3t");
    }

    private static StateDescription hostile() {
        StateValue text = StateValue.of(HOSTILE);
        return StateDescription.empty()
                .with(new StateDescription.Instance(
                        Address.parse("module.m[\"<b>\\\"|end\"].google_storage_bucket.b[\"<i>`\"]"),
                        StateValue.of(Map.of("name", text, "location", text)),
                        true,
                        Optional.empty()))
                .with("google_service_account.a", Map.of("email", text))
                .with("google_storage_bucket_iam_member.m", Map.of("bucket", text, "member", text, "role", text))
                .withOutput("a<b>", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--mermaid", "--html"})
    void noFormForPeopleHasControlCharacters(String form) throws IOException {
        assertThat(print(hostile(), form).codePoints().filter(c -> c != '\n'))
                .noneMatch(Character::isISOControl)
                .doesNotContain(0x202e);
    }

    @Test
    void pageEscapesWhatCouldBeMarkup() throws IOException {
        assertThat(print(hostile(), "--html"))
                .doesNotContain("<script")
                .doesNotContain("<i>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;");
    }

    @Test
    void pictureIsWellFormed() throws Exception {
        String page = print(hostile(), "--html");
        String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getElementsByTagName("path")
                        .getLength())
                .isEqualTo(1);
    }

    /** What stands between quotes is letters, digits, a few signs, line breaks, and characters by their number. */
    @Test
    void chartWritesByNumberWhatCouldBeSyntax() throws IOException {
        assertThat(print(hostile(), "--mermaid").lines().filter(line -> line.contains("\"")))
                .isNotEmpty()
                .allMatch(line -> line.matches("[^\"]*\"([\\p{L}\\p{N} ._/@,-]|#\\d+;|<br/>)*\"[^\"]*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--mermaid", "--html"})
    void resourceThatCannotBeReadIsShownWithItsProblem(String form) throws IOException {
        StateDescription state = StateDescription.empty()
                .with("google_storage_bucket.broken", Map.of("name", StateValue.of(List.of(StateValue.of("s3cr3t")))))
                .with(
                        "google_storage_bucket.whole",
                        Map.of("name", StateValue.of("whole"), "location", StateValue.of("EU")));

        assertThat(print(state, form))
                .contains("google_storage_bucket.broken")
                .contains("its attribute name is of kind LIST, not STRING")
                .contains("whole")
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--mermaid", "--html"})
    void emptyStateHasAnInventoryToo(String form) throws IOException {
        assertThat(print(StateDescription.empty(), form)).isNotBlank();
    }
}
