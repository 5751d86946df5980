package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.credential.Secret;
import io.databot.failure.AmbiguousFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address is asked, and as whom, by what {@code terraform init} noted of the http backend. */
class HttpLocationTest extends NotedState {

    private static final String OWN = "environments/dev/";
    private static final String ADDRESS = "https://state.example/dev";

    private Tree note(String path, String config) {
        return note(path, "http", config);
    }

    private List<Optional<String>> authorizations() {
        return server.asked().stream()
                .map(asked -> asked.header("Authorization"))
                .toList();
    }

    private static Optional<String> basic(String user, String password) {
        byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void addressUserAndPasswordOfTheBackendAreUsed() {
        server.state(ADDRESS, "\"1\"", "own");
        note(OWN, "\"address\":\"" + ADDRESS + "\",\"username\":\"u\",\"password\":\"p\",\"lock_address\":null");
        assertThat(read()).isEqualTo("own");
        assertThat(authorizations()).containsExactly(basic("u", "p"));
    }

    @Test
    void noteIsReadAsTerraformWritesIt() {
        server.state(ADDRESS, "\"1\"", "own");
        new Tree(directory).write(OWN + NOTE, States.text("http-backend.json"));
        assertThat(read()).isEqualTo("own");
        assertThat(authorizations()).containsExactly(basic("u", ""));
    }

    @Test
    void variablesFillInWhatTheConfigurationLacksAndOverrideNothing() {
        server.state(ADDRESS, "\"1\"", "configured").state("https://variable.example/", "\"1\"", "variable");
        variables.put("TF_HTTP_ADDRESS", "https://variable.example");
        variables.put("TF_HTTP_USERNAME", "vu");
        variables.put("TF_HTTP_PASSWORD", "vp");
        note(OWN, "\"address\":null");
        assertThat(read()).isEqualTo("variable");
        assertThat(authorizations()).containsExactly(basic("vu", "vp"));
        note(OWN, "\"address\":\"" + ADDRESS + "\",\"username\":\"u\"");
        assertThat(read()).isEqualTo("configured");
        assertThat(authorizations()).containsExactly(basic("u", "vp"));
        note(OWN, "\"address\":\"" + ADDRESS + "\",\"username\":\"\",\"password\":\"\"");
        assertThat(read()).isEqualTo("configured");
        assertThat(authorizations()).containsExactly(Optional.empty());
    }

    @Test
    void identityOfTheAddressIsTheLastAndThatOfTheSettingsTheFirst() {
        server.state(ADDRESS, "\"1\"", "x");
        note(OWN, "\"address\":\"https://au:ap@state.example/dev\"");
        read();
        assertThat(authorizations()).containsExactly(basic("au", "ap"));
        variables.put("TF_HTTP_USERNAME", "vu");
        read();
        assertThat(authorizations()).containsExactly(basic("vu", ""));
        said(builder().httpIdentity("su", Secret.of("sp")));
        assertThat(authorizations()).containsExactly(basic("su", "sp"));
    }

    @Test
    void identityOfAnAddressThatIsNamedComesBeforeThatOfTheSettings() {
        server.state(ADDRESS, "\"1\"", "x");
        said(builder().location("https://au:ap@state.example/dev").httpIdentity("su", Secret.of("sp")));
        assertThat(authorizations()).containsExactly(basic("au", "ap"));
    }

    @Test
    void baseDirectoryNeedsOneRequestForThereIsNoWorkspaceOfTheName() {
        note("", "\"address\":\"" + ADDRESS + "\"");
        server.state(ADDRESS, "\"1\"", "base");
        assertThat(read()).isEqualTo("base");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void baseDirectoryIsNotTakenIfItsStateIsAnotherEnvironments() {
        note("", "\"address\":\"" + ADDRESS + "\"");
        server.at(ADDRESS, 200, States.withOutputs("\"databot\":{\"value\":{\"environment\":\"prod\"}}"));
        assertThatThrownBy(this::read)
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining(ADDRESS + " (not taken: output.databot.environment");
    }

    @Test
    void namedDirectoryIsFollowed() {
        note("there/", "\"address\":\"" + ADDRESS + "\"");
        server.state(ADDRESS, "\"1\"", "there");
        assertThat(said(builder().location("there"))).isEqualTo("there");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void dataDirectoryMayBeElsewhere() {
        noteAt("environments/dev/data/terraform.tfstate", "http", "\"address\":\"" + ADDRESS + "\"");
        server.state(ADDRESS, "\"1\"", "x");
        variables.put("TF_DATA_DIR", "data");
        assertThat(read()).isEqualTo("x");
    }

    @Test
    void workspaceThatTheBackendCannotHaveIsRefused() {
        note(OWN, "\"address\":\"" + ADDRESS + "\"");
        variables.put("TF_WORKSPACE", "stage");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("workspace stage is selected")
                .hasMessageContaining("TF_WORKSPACE");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void localAndHttpAreAmbiguous() {
        note(OWN, "\"address\":\"" + ADDRESS + "\"").state("envs/dev/terraform.tfstate", "local");
        assertThatThrownBy(this::read).isInstanceOf(AmbiguousFailure.class).hasMessageContaining("backend http");
    }

    @Test
    void noteWithoutAnAddressNamesTheVariable() {
        note(OWN, "\"username\":\"u\"");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("TF_HTTP_ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"skip_cert_verification\":true",
                "\"skip_cert_verification\":\"true\"",
                "\"client_ca_certificate_pem\":\"SWORDFISH\"",
                "\"client_certificate_pem\":\"SWORDFISH\"",
                "\"client_private_key_pem\":\"SWORDFISH\""
            })
    void trustThatIsNotFollowedIsUnsupportedBeforeAnythingIsSent(String argument) {
        note(OWN, "\"address\":\"" + ADDRESS + "\"," + argument);
        assertThatThrownBy(this::read)
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining(argument.substring(1, argument.indexOf(':') - 1))
                .hasMessageContaining("state pull > FILE")
                .hasMessageNotContaining("SWORDFISH");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void clientCertificateInAVariableIsUnsupportedToo() {
        note(OWN, "\"address\":\"" + ADDRESS + "\",\"skip_cert_verification\":false");
        variables.put("TF_HTTP_CLIENT_CERTIFICATE_PEM", "SWORDFISH");
        assertThatThrownBy(this::read)
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("client_certificate_pem")
                .hasMessageNotContaining("SWORDFISH");
    }

    @ParameterizedTest
    @CsvSource({"address, ftp://state.example/", "address, state.example/dev", "address, https://a b/"})
    void addressThatIsNoneIsRefused(String name, String value) {
        note(OWN, "\"" + name + "\":\"" + value + "\"");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("not an http or https address")
                .hasMessageNotContaining(value);
    }
}
