package io.databot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.SettingsFailure;
import io.databot.spi.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where settings come from, which wins, and what is said of those that do not hold. */
class EnvironmentSettingsTest {

    private static final Setting<String> LOCATION = Setting.text("state.location", "Where the state is.");
    private static final Setting<Duration> TTL = Setting.duration("state.ttl", "60s", "How long it is fresh.");
    private static final Setting<URI> HOST = Setting.uri("gcp.storage-host", "Another host.");
    private static final Setting<String> BUCKET = Setting.text("bucket", "The bucket.");
    private static final Setting<String> ACCOUNT = Setting.text("service-account", "The account.");
    private static final List<Setting<?>> DECLARED = List.of(LOCATION, TTL, HOST, BUCKET, ACCOUNT);
    private static final List<String> FAMILIES = List.of("bucket", "service", "service-account");

    @TempDir
    Path directory;

    @TempDir
    Path resources;

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> code = new LinkedHashMap<>();

    private EnvironmentSettings settings() {
        return settings("dev");
    }

    private EnvironmentSettings settings(String environment) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {resources.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Sources sources = new Sources(loader, directory, variables, properties);
            return EnvironmentSettings.collect(environment, sources, code, DECLARED, FAMILIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(String... lines) throws IOException {
        Files.write(directory.resolve("databot.properties"), List.of(lines));
    }

    private void resource(String... lines) throws IOException {
        Files.write(resources.resolve("databot.properties"), List.of(lines));
    }

    private List<String> problems() {
        return problems("dev");
    }

    private List<String> problems(String environment) {
        SettingsFailure failure = catchThrowableOfType(SettingsFailure.class, () -> settings(environment));
        assertThat(failure).isNotNull();
        return failure.problems();
    }

    @Test
    void nothingSetGivesDefaults() {
        assertThat(settings().get(TTL)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings().find(LOCATION)).isEmpty();
        assertThat(settings().below("bucket")).isEmpty();
        assertThatThrownBy(() -> settings().get(LOCATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting state.location has no default");
    }

    @Test
    void eachSourceIsStrongerThanTheOneBefore() throws IOException {
        resource("databot.bucket=from-class-path");
        assertThat(settings().find(BUCKET)).contains("from-class-path");

        file("databot.bucket=from-file");
        assertThat(settings().find(BUCKET)).contains("from-file");

        variables.put("DATABOT_BUCKET", "from-variable");
        assertThat(settings().find(BUCKET)).contains("from-variable");

        properties.put("databot.bucket", "from-property");
        assertThat(settings().find(BUCKET)).contains("from-property");

        code.put("bucket", "from-code");
        assertThat(settings().find(BUCKET)).contains("from-code");
    }

    @Test
    void sourcesAreMergedKeyByKey() throws IOException {
        resource("databot.state.ttl=1m", "databot.bucket=from-class-path");
        file("bucket=from-file");

        assertThat(settings().get(TTL)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings().find(BUCKET)).contains("from-file");
    }

    @Test
    void anEnvironmentsOwnEntryIsStrongerWithinItsSource() throws IOException {
        file("databot.env.dev.bucket=for-dev", "databot.bucket=for-all");

        assertThat(settings("dev").find(BUCKET)).contains("for-dev");
        assertThat(settings("prod").find(BUCKET)).contains("for-all");

        variables.put("DATABOT_BUCKET", "from-variable");
        assertThat(settings("dev").find(BUCKET)).contains("from-variable");
    }

    @Test
    void entriesOfOtherEnvironmentsAreNotLookedAt() throws IOException {
        file("databot.env.prod.bucket=for-prod", "databot.env.prod.no-such-thing=x");

        assertThat(settings("dev").find(BUCKET)).isEmpty();
        assertThat(problems("prod")).hasSize(1);
    }

    @Test
    void variablesHaveUnderscoresForDotsAndHyphens() {
        variables.put("DATABOT_STATE_TTL", "5m");
        variables.put("DATABOT_GCP_STORAGE_HOST", "http://localhost:9000");
        variables.put("DATABOT_SERVICE_ACCOUNT", "robot@acme");

        assertThat(settings().get(TTL)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings().find(HOST)).contains(URI.create("http://localhost:9000"));
        assertThat(settings().find(ACCOUNT)).contains("robot@acme");
    }

    @Test
    void theShortVariableNamesTheState() {
        variables.put("DATABOT_STATE", "terraform.tfstate");

        assertThat(settings().find(LOCATION)).contains("terraform.tfstate");
    }

    @Test
    void variablesOfFamiliesNameOneOfThem() {
        variables.put("DATABOT_BUCKET_ARCHIVE", "acme-1");
        variables.put("DATABOT_SERVICE_ACCOUNT_ROBOT", "robot@acme");
        variables.put("DATABOT_SERVICE_API", "api");

        assertThat(settings().below("bucket")).containsExactly(Map.entry("archive", "acme-1"));
        assertThat(settings().below("service-account")).containsExactly(Map.entry("robot", "robot@acme"));
        assertThat(settings().below("service")).containsExactly(Map.entry("api", "api"));
    }

    @Test
    void aVariableReplacesTheSameNameSpelledWithHyphensInAFile() throws IOException {
        file("databot.bucket.raw-events=from-file", "databot.bucket.other=kept");
        variables.put("DATABOT_BUCKET_RAW_EVENTS", "from-variable");

        assertThat(settings().below("bucket"))
                .containsOnly(Map.entry("raw_events", "from-variable"), Map.entry("other", "kept"));
    }

    @Test
    void otherVariablesAreGivenAndNotChecked() {
        variables.put("STORAGE_EMULATOR_HOST", "localhost:9000");
        variables.put("MYDATABOT_X", "1");

        assertThat(settings().variable("STORAGE_EMULATOR_HOST")).contains("localhost:9000");
        assertThat(settings().variable("NONE")).isEmpty();
    }

    @Test
    void allProblemsAreReportedTogether() throws IOException {
        resource("databot.stat.ttl=60s");
        file("databot.state.ttl=soon", "databot.env.dev.bukket=x");
        variables.put("DATABOT_STAT", "x");
        properties.put("databot.gcp.storage-host", "ftp");
        code.put("service-acount", "x");

        assertThatThrownBy(this::settings)
                .isInstanceOf(SettingsFailure.class)
                .hasMessageStartingWith("read settings environment dev: 6 problems: ")
                .hasMessageEndingWith(". Correct them; docs/settings.md lists every setting.")
                .hasMessageNotContaining("..");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "databot.properties on the class path: databot.stat.ttl is not a setting."
                                + " Nearest: state.ttl, bucket, state.location.",
                        directory.resolve("databot.properties")
                                + ": databot.env.dev.bukket is not a setting. Nearest: bucket, bucket.NAME, state.ttl.",
                        "variable DATABOT_STAT is not a setting."
                                + " Nearest: DATABOT_STATE, DATABOT_BUCKET, DATABOT_STATE_TTL.",
                        "Environment.with(\"service-acount\") is not a setting."
                                + " Nearest: service-account, service-account.NAME, service.NAME.",
                        directory.resolve("databot.properties")
                                + ": databot.state.ttl must be a duration such as 500ms, 60s, 5m or 2h, not \"soon\".",
                        "system property databot.gcp.storage-host must be an http or https address, not \"ftp\".");
    }

    @Test
    void oneProblemIsOne() {
        code.put("state.ttl", "0s");

        assertThatThrownBy(this::settings)
                .hasMessage(
                        "read settings environment dev: 1 problem: Environment.with(\"state.ttl\") must be a duration"
                                + " such as 500ms, 60s, 5m or 2h, not \"0s\"."
                                + " Correct them; docs/settings.md lists every setting.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "htp://user:hunter2@host",
                "htp://host?token=hunter2",
                "hunter2/hunter2",
                "hunter2\nhunter2",
                "AIzaSyA-hunter2-hunter2-hunter2",
                "hunter2:hunter2",
                "hunter2==",
            })
    void aTextThatMayHoldASecretIsNotShown(String value) {
        properties.put("databot.gcp.storage-host", value);
        code.put("no-such-key", value);

        SettingsFailure failure = catchThrowableOfType(SettingsFailure.class, this::settings);

        assertThat(failure).hasMessageNotContaining("hunter2");
        assertThat(failure.problems()).hasSize(2).noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void valuesDoNotPrint() {
        code.put("bucket", "hunter2");
        variables.put("DATABOT_STATE", "hunter2");

        assertThat(settings().toString())
                .isEqualTo("dev[bucket from Environment.with(\"bucket\"), state.location from variable DATABOT_STATE]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void blankNamesAreRefusedAlsoInFamilies(String blank) throws IOException {
        file("databot.bucket.archive=" + blank, "databot.bucket=" + blank);

        assertThat(problems()).hasSize(2).allMatch(problem -> problem.contains(" must be a text"));
    }

    @Test
    void aFamilyWithoutANameIsNoSetting() {
        variables.put("DATABOT_BUCKET_", "acme");
        code.put("bucket.", "acme");

        assertThat(problems()).hasSize(2).allMatch(problem -> problem.contains("is not a setting."));
    }

    @Test
    void aMalformedFileIsNamed() throws IOException {
        file("databot.bucket=\\u12");

        assertThatThrownBy(this::settings)
                .isInstanceOf(SettingsFailure.class)
                .hasMessageContaining("databot.properties: it is not a properties file. Correct the file or remove it.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        Files.write(directory.resolve("databot.properties"), new byte[] {'a', '=', (byte) 0xff});

        assertThatThrownBy(this::settings)
                .isInstanceOf(SettingsFailure.class)
                .hasMessageContaining("it is not a readable UTF-8 file");
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsNamed() throws IOException {
        Files.createDirectory(directory.resolve("databot.properties"));

        assertThatThrownBy(this::settings)
                .isInstanceOf(SettingsFailure.class)
                .hasMessageContaining(directory.resolve("databot.properties").toString())
                .hasMessageContaining("it is not a readable UTF-8 file");
    }

    @Test
    void aMalformedFileOnTheClassPathIsNamed() throws IOException {
        resource("databot.bucket=\\uzzzz");

        assertThatThrownBy(this::settings)
                .isInstanceOf(SettingsFailure.class)
                .hasMessageStartingWith("read settings databot.properties on the class path: ");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
        file("\ufeffdatabot.bucket=acme");

        assertThat(settings().find(BUCKET)).contains("acme");
    }
}
