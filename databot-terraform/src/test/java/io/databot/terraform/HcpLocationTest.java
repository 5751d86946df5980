package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which workspace of HCP Terraform is asked, and with which token, by what {@code terraform init} noted. */
class HcpLocationTest extends NotedState {

    private static final String OWN = "environments/dev/";

    @BeforeEach
    void giveToken() {
        variables.put("TF_TOKEN_app_terraform_io", "t0ken");
    }

    /** Workspaces of the organization acme whose states say their names. */
    private void workspaces(String host, String... names) {
        HcpServer hcp = new HcpServer(server, host);
        for (String name : names) {
            hcp.workspace("acme", name, "ws-" + name).state("ws-" + name, "sv-" + name, name);
        }
    }

    private Optional<String> token() {
        return server.asked().stream()
                .flatMap(asked -> asked.header("Authorization").stream())
                .distinct()
                .findFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"workspaces\":{\"name\":\"network\",\"prefix\":null}",
                "\"workspaces\":[{\"name\":\"network\",\"prefix\":\"\"}]"
            })
    void remoteBackendWithAName(String workspaces) {
        workspaces("app.terraform.io", "network");
        note(OWN, "remote", "\"hostname\":null,\"organization\":\"acme\",\"token\":null," + workspaces);
        assertThat(read()).isEqualTo("network");
    }

    @Test
    void remoteBackendWithAPrefix() {
        workspaces("app.terraform.io", "network-stage", "network-prod");
        note(OWN, "remote", "\"organization\":\"acme\",\"workspaces\":{\"name\":null,\"prefix\":\"network-\"}")
                .write(OWN + ".terraform/environment", "stage");
        assertThat(read()).isEqualTo("network-stage");
        variables.put("TF_WORKSPACE", "network-prod");
        assertThat(read()).isEqualTo("network-prod");
        variables.put("TF_WORKSPACE", "default");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("workspace default is selected");
    }

    @Test
    void cloudBackendWithAName() {
        workspaces("app.terraform.io", "network");
        note(
                        OWN,
                        "cloud",
                        "\"organization\":\"acme\",\"workspaces\":{\"name\":\"network\",\"project\":null,\"tags\":null}")
                .write(OWN + ".terraform/environment", "network");
        assertThat(read()).isEqualTo("network");
        variables.put("TF_WORKSPACE", "other");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("workspace other is selected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",\"b\"]", "{\"layer\":\"network\"}"})
    void cloudBackendWithTagsUsesTheSelectedWorkspace(String tags) {
        workspaces("app.terraform.io", "network-dev");
        note(OWN, "cloud", "\"organization\":\"acme\",\"workspaces\":{\"name\":null,\"tags\":" + tags + "}")
                .write(OWN + ".terraform/environment", "network-dev\n");
        assertThat(read()).isEqualTo("network-dev");
    }

    @Test
    void variablesFillInWhatACloudBlockLacks() {
        workspaces("tfe.example", "network");
        variables.put("TF_CLOUD_HOSTNAME", "tfe.example");
        variables.put("TF_CLOUD_ORGANIZATION", "acme");
        variables.put("TF_WORKSPACE", "network");
        variables.put("TF_TOKEN_tfe_example", "tfe");
        note(OWN, "cloud", "\"hostname\":null,\"organization\":null,\"workspaces\":null");
        assertThat(read()).isEqualTo("network");
        assertThat(token()).contains("Bearer tfe");
    }

    @Test
    void variablesOverrideNothingInACloudBlock() {
        workspaces("app.terraform.io", "network");
        variables.put("TF_CLOUD_HOSTNAME", "tfe.example");
        variables.put("TF_CLOUD_ORGANIZATION", "other");
        note(
                OWN,
                "cloud",
                "\"hostname\":\"app.terraform.io\",\"organization\":\"acme\",\"workspaces\":{\"name\":\"network\"}");
        assertThat(read()).isEqualTo("network");
    }

    @Test
    void variablesOfTheCloudBlockAreNothingToTheRemoteBackend() {
        workspaces("app.terraform.io", "network");
        variables.put("TF_CLOUD_HOSTNAME", "tfe.example");
        variables.put("TF_CLOUD_ORGANIZATION", "acme");
        note(OWN, "remote", "\"organization\":null,\"workspaces\":{\"name\":\"network\"}");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("names no organization");
    }

    @Test
    void noteWithoutWorkspacesNamesTheVariable() {
        note(OWN, "cloud", "\"organization\":\"acme\",\"workspaces\":{\"name\":null,\"tags\":null}");
        assertThatThrownBy(this::read).isInstanceOf(InvalidRequestFailure.class).hasMessageContaining("TF_WORKSPACE");
    }

    @Test
    void workspaceOfTheEnvironmentsNameComesBeforeTheSelectedOneOfANamedDirectory() {
        note("there/", "remote", "\"organization\":\"acme\",\"workspaces\":{\"prefix\":\"network-\"}")
                .write("there/.terraform/environment", "stage");
        workspaces("app.terraform.io", "network-stage");
        assertThat(said(builder().location("there"))).isEqualTo("network-stage");
        workspaces("app.terraform.io", "network-dev");
        assertThat(said(builder().location("there"))).isEqualTo("network-dev");
    }

    @Test
    void baseDirectoryGivesTheWorkspaceOfTheEnvironmentsName() {
        note("", "remote", "\"organization\":\"acme\",\"workspaces\":{\"prefix\":\"network-\"}")
                .write(".terraform/environment", "prod");
        workspaces("app.terraform.io", "network-prod");
        assertThatThrownBy(this::read)
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("remote://app.terraform.io/acme/network-dev")
                .hasMessageContaining("another workspace, network-prod, is selected");
        workspaces("app.terraform.io", "network-dev");
        assertThat(read()).isEqualTo("network-dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network-dev", "dev", "network_dev_eu"})
    void onlyWorkspaceOfTheBaseDirectoryIsTakenIfItSaysTheEnvironment(String name) {
        note("", "cloud", "\"organization\":\"acme\",\"workspaces\":{\"name\":\"" + name + "\"}")
                .write(".terraform/environment", name);
        workspaces("app.terraform.io", name);
        assertThat(read()).isEqualTo(name);
        assertThat(server.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"network-prod", "device", "prod", "network"})
    void onlyWorkspaceOfTheBaseDirectoryIsNotTakenIfItDoesNot(String name) {
        note("", "cloud", "\"organization\":\"acme\",\"workspaces\":{\"name\":\"" + name + "\"}");
        workspaces("app.terraform.io", name);
        assertThatThrownBy(this::read)
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("another workspace, " + name + ", is selected");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void tokenOfTheBackendComesFirst() {
        workspaces("app.terraform.io", "network");
        note(OWN, "remote", "\"organization\":\"acme\",\"token\":\"own\",\"workspaces\":{\"name\":\"network\"}");
        read();
        assertThat(token()).contains("Bearer own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF_TOKEN_my__tfe_ex__ample_io",
                "TF_TOKEN_my-tfe_ex-ample_io",
                "TF_TOKEN_my-tfe.ex-ample.io",
                "TF_TOKEN_MY__TFE_EX__AMPLE_IO"
            })
    void tokenOfTheHostsVariableIsUsed(String variable) {
        workspaces("my-tfe.ex-ample.io", "network");
        variables.clear();
        variables.put(variable, "mine");
        assertThat(said(builder().location("remote://My-TFE.ex-ample.io/acme/network")))
                .isEqualTo("network");
        assertThat(token()).contains("Bearer mine");
    }

    @Test
    void hostInUnicodeIsTheSameInAscii() {
        workspaces("xn--caf-dma.fr", "network");
        variables.put("TF_TOKEN_café_fr", "mine");
        assertThat(said(builder().location("remote://café.fr/acme/network"))).isEqualTo("network");
        assertThat(token()).contains("Bearer mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tokenThatLoginStoredIsUsedUnlessAVariableHasOne() {
        workspaces("app.terraform.io", "network");
        new Tree(directory)
                .write(
                        "home/.terraform.d/credentials.tfrc.json",
                        "{\"credentials\":{\"app.terraform.io\":{\"token\":\"stored\"}}}");
        variables.put("HOME", directory.resolve("home").toString());
        String address = "remote://app.terraform.io/acme/network";
        said(builder().location(address));
        assertThat(token()).contains("Bearer t0ken");
        variables.remove("TF_TOKEN_app_terraform_io");
        said(builder().location(address));
        assertThat(token()).contains("Bearer stored");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void configurationThatIsNamedTakesThePlaceOfTheStoredTokens() {
        workspaces("app.terraform.io", "network");
        new Tree(directory)
                .write(
                        "home/.terraform.d/credentials.tfrc.json",
                        "{\"credentials\":{\"app.terraform.io\":{\"token\":\"stored\"}}}")
                .write("named.json", "{\"credentials\":{\"app.terraform.io\":{\"token\":\"named\"}}}")
                .write("named.tfrc", "credentials \"app.terraform.io\" { token = \"SWORDFISH\" }");
        variables.remove("TF_TOKEN_app_terraform_io");
        variables.put("HOME", directory.resolve("home").toString());
        variables.put("TF_CLI_CONFIG_FILE", directory.resolve("named.json").toString());
        String address = "remote://app.terraform.io/acme/network";
        said(builder().location(address));
        assertThat(token()).contains("Bearer named");
        variables.put("TF_CLI_CONFIG_FILE", directory.resolve("named.tfrc").toString());
        assertThatThrownBy(() -> said(builder().location(address)))
                .isInstanceOf(NotAuthenticatedFailure.class)
                .hasMessageContaining("terraform login")
                .hasMessageContaining("only JSON is read here")
                .hasMessageNotContaining("SWORDFISH");
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SWORD FISH", "SWORDFISH\n", "SWORDFISHÄ"})
    void tokenThatCannotBeSentIsRefusedAndNotQuoted(String token) {
        variables.put("TF_TOKEN_app_terraform_io", token);
        assertThatThrownBy(() -> said(builder().location("remote://app.terraform.io/acme/network")))
                .isInstanceOf(NotAuthenticatedFailure.class)
                .hasMessageContaining("characters that none can have")
                .hasMessageNotContaining("SWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "a b", "x\\u0000"})
    void namesThatCannotBeAreRefused(String name) {
        note(OWN, "remote", "\"organization\":\"" + name + "\",\"workspaces\":{\"name\":\"network\"}");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("a name that none can have");
        assertThat(server.asked()).isEmpty();
    }
}
