package io.databot.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.s3.S3Access.Way;
import io.databot.spi.RecordedBackend;
import io.databot.spi.RemoteState;
import io.databot.state.State;
import io.databot.state.StateValue;
import io.databot.terraform.TerraformState;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which object is read, and as whom, by what {@code terraform init} noted of the s3 backend. */
class S3LocationTest {

    @TempDir
    private Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private final S3Server server = new S3Server();
    private final S3StateBackend backend = new S3StateBackend();

    @AfterEach
    void stop() {
        backend.close();
        server.close();
    }

    private static RecordedBackend recorded(Map<String, StateValue> more) {
        Map<String, StateValue> config = new HashMap<>(
                Map.of("bucket", StateValue.of("acme-tfstate"), "key", StateValue.of("network/x.tfstate")));
        config.putAll(more);
        return new RecordedBackend("there", "s3", StateValue.of(config));
    }

    private Optional<RemoteState> state(Map<String, StateValue> more, String workspace) {
        return backend.recorded(recorded(more), workspace, this::variable);
    }

    private S3Access access(Map<String, StateValue> more) {
        return S3Access.recorded(recorded(more), this::variable);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @ParameterizedTest
    @CsvSource({
        "env:, default, s3://acme-tfstate/network/x.tfstate",
        "env:, dev, s3://acme-tfstate/env:/dev/network/x.tfstate",
        "spaces/all/, dev, s3://acme-tfstate/spaces/all/dev/network/x.tfstate",
        "./a/../b, dev, s3://acme-tfstate/b/dev/network/x.tfstate",
    })
    void workspaceHasItsPlaceBelowThePrefix(String prefix, String workspace, String address) {
        RemoteState state = state(Map.of("workspace_key_prefix", StateValue.of(prefix)), workspace)
                .orElseThrow();
        assertThat(state).hasToString(address);
        assertThat(state.workspace()).contains(workspace);
    }

    @Test
    void prefixIsEnvIfNothingSaysOtherwise() {
        assertThat(state(Map.of("workspace_key_prefix", StateValue.ofNull()), "dev")
                        .orElseThrow())
                .hasToString("s3://acme-tfstate/env:/dev/network/x.tfstate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket", "key"})
    void noteThatLacksThePlaceIsRefused(String name) {
        assertThatThrownBy(() -> state(Map.of(name, StateValue.ofNull()), "default"))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("has no " + name);
    }

    @Test
    void configurationComesBeforeVariables() {
        variables.put("AWS_REGION", "eu-north-1");
        variables.put("AWS_ACCESS_KEY_ID", "variable");
        variables.put("AWS_SECRET_ACCESS_KEY", "variable");
        variables.put("AWS_ENDPOINT_URL_S3", "https://variable.example");
        S3Access filled = access(Map.of());
        assertThat(filled.region()).contains("eu-north-1");
        assertThat(filled.endpoint()).contains(URI.create("https://variable.example"));
        assertThat(filled.keys().orElseThrow().id().reveal()).isEqualTo("variable");
        S3Access configured = access(Map.of(
                "region", StateValue.of("eu-south-1"),
                "access_key", StateValue.of("own"),
                "secret_key", StateValue.of("own"),
                "token", StateValue.of("session"),
                "endpoint", StateValue.of("old.example"),
                "use_path_style", StateValue.of(true)));
        assertThat(configured.region()).contains("eu-south-1");
        assertThat(configured.endpoint()).contains(URI.create("https://old.example"));
        assertThat(configured.keys().orElseThrow().session().orElseThrow().reveal())
                .isEqualTo("session");
        assertThat(configured.ways()).containsExactly(Way.PATH_STYLE);
    }

    @Test
    void endpointsBlockComesBeforeTheOldArgument() {
        Map<String, StateValue> block = Map.of("s3", StateValue.of("http://new.example"));
        for (StateValue endpoints : List.of(StateValue.of(block), StateValue.of(List.of(StateValue.of(block))))) {
            assertThat(access(Map.of("endpoints", endpoints, "endpoint", StateValue.of("https://old.example")))
                            .endpoint())
                    .contains(URI.create("http://new.example"));
        }
    }

    @Test
    void namedProfileComesBeforeKeysInVariables() {
        variables.put("AWS_ACCESS_KEY_ID", "variable");
        variables.put("AWS_SECRET_ACCESS_KEY", "variable");
        S3Access access = access(Map.of("profile", StateValue.of("dev")));
        assertThat(access.keys()).isEmpty();
        assertThat(access.profile()).contains("dev");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assume_role",
                "assume_role_with_web_identity",
                "role_arn",
                "sse_customer_key",
                "shared_credentials_file",
                "shared_config_files",
                "custom_ca_bundle",
                "http_proxy"
            })
    void argumentThatIsNotFollowedIsUnsupportedAndNotTold(String name) {
        StateValue block = StateValue.of(Map.of("role_arn", StateValue.of("SWORDFISH")));
        for (StateValue value : List.of(StateValue.of("SWORDFISH"), block, StateValue.of(List.of(block)))) {
            assertThatThrownBy(() -> state(Map.of(name, value), "default"))
                    .isInstanceOf(UnsupportedFailure.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("state pull > FILE")
                    .hasMessageNotContaining("SWORDFISH");
        }
        assertThat(state(Map.of(name, StateValue.ofNull()), "default")).isPresent();
        assertThat(state(Map.of(name, StateValue.of("")), "default")).isPresent();
        assertThat(state(Map.of(name, StateValue.of(List.of())), "default")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://SWORDFISH", "https://u:SWORDFISH@h", "https://a b SWORDFISH", "://SWORDFISH"})
    void endpointThatIsNoneIsRefusedAndNotQuoted(String endpoint) {
        assertThatThrownBy(() -> state(Map.of("endpoint", StateValue.of(endpoint)), "default"))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
    }

    @Test
    void whatTerraformInitNotedIsFollowedWithNoConfiguration() throws IOException {
        note();
        server.state("/acme-tfstate/env%3A/dev/network/x.tfstate", "\"1\"", "dev")
                .state("/acme-tfstate/network/x.tfstate", "\"1\"", "default");
        assertThat(said("dev")).isEqualTo("dev");
        assertThat(server.asked()).hasSize(1);
        assertThat(said("prod")).isEqualTo("default");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void missingStatesNameEveryPlace() throws IOException {
        note();
        assertThatThrownBy(() -> said("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("s3://acme-tfstate/env:/dev/network/x.tfstate")
                .hasMessageContaining("s3://acme-tfstate/network/x.tfstate");
    }

    @Test
    void addressIsReadThroughTheTerraformSource() {
        server.state("/acme-tfstate/x.tfstate", "\"1\"", "named");
        variables.put("AWS_ENDPOINT_URL_S3", server.endpoint());
        variables.put("AWS_DEFAULT_REGION", "eu-central-1");
        variables.put("AWS_ACCESS_KEY_ID", S3Server.KEY_ID);
        variables.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
        try (TerraformState source =
                source("dev").location("s3://acme-tfstate/x.tfstate").build()) {
            State state = source.read();
            assertThat(state.get("output.said").asString()).isEqualTo("named");
            assertThat(state.origin()).isEqualTo("s3://acme-tfstate/x.tfstate");
        }
    }

    private TerraformState.Builder source(String environment) {
        return TerraformState.builder(environment).directory(directory).variables(this::variable);
    }

    private String said(String environment) {
        try (TerraformState source = source(environment).build()) {
            return source.read().get("output.said").asString();
        }
    }

    /** As {@code terraform init} wrote it, with the server's address and keys. */
    private void note() throws IOException {
        try (InputStream stream = S3LocationTest.class.getResourceAsStream("/s3-backend.json")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("ENDPOINT", server.endpoint())
                    .replace("KEY_ID", S3Server.KEY_ID)
                    .replace("SECRET", S3Server.SECRET);
            Path data = Files.createDirectories(directory.resolve(".terraform"));
            Files.writeString(data.resolve("terraform.tfstate"), text);
        }
    }
}
