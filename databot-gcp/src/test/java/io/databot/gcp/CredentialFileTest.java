package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.credential.AccessToken;
import io.databot.credential.CredentialRequest;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.UnsupportedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of identity gives a token, and each thing that can be wrong with a file has a message without its content. */
class CredentialFileTest {

    private static final CredentialRequest<AccessToken> ACCESS = CredentialRequest.access("scope");

    @TempDir
    private Path directory;

    private TokenServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TokenServer(Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private GoogleCredentialProvider provider(Path file, CredentialKind kind) {
        return new GoogleCredentialProvider(
                Optional.of(new CredentialFile(file, kind)), Optional.empty(), server.transport(), Clock.systemUTC());
    }

    private Path file(String json) throws IOException {
        return Files.writeString(directory.resolve("file.json"), json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|the file is empty",
                "not json at all|not a JSON object",
                "[1]|not a JSON object",
                "{}|no \"type\"",
                "{'type':'gdch_service_account'}|not one of",
                "{'type':'external_account'}|of type external_account",
                "{'type':'service_account','client_email':'hidden-marker'}|lacks client_id, private_key, private_key_id",
                "{'type':'service_account','client_email':'a','client_id':'1','private_key_id':'k','private_key':'hidden-marker'}|private key cannot be read"
            })
    void fileThatCannotBeUsedSaysWhyAndShowsNothingOfItself(String content, String reason) throws IOException {
        Path file = file(content);

        assertThatExceptionOfType(NotAuthenticatedFailure.class)
                .isThrownBy(() -> provider(file, CredentialKind.KEY_FILE).get(ACCESS))
                .withMessageContaining(file.toString())
                .withMessageContaining(reason)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hidden-marker", "\n"));
    }

    @Test
    void missingFileAndDirectoryAreTold() {
        assertThatExceptionOfType(NotAuthenticatedFailure.class)
                .isThrownBy(() -> provider(directory.resolve("none.json"), CredentialKind.KEY_FILE)
                        .get(ACCESS))
                .withMessageContaining("there is no such file");
        assertThatExceptionOfType(NotAuthenticatedFailure.class)
                .isThrownBy(() -> provider(directory, CredentialKind.KEY_FILE).get(ACCESS))
                .withMessageContaining("it is a directory");
    }

    @Test
    void nothingIsReadBeforeTheFirstRequest() {
        try (GoogleCredentialProvider provider = provider(directory.resolve("none.json"), CredentialKind.AUTO)) {
            assertThat(provider.identity()).contains("none.json");
        }
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void impersonationAsksForTheOtherAccountsToken() throws IOException {
        GoogleCredentialProvider robot = provider(server.keyFile(directory), CredentialKind.KEY_FILE);

        try (GoogleCredentialProvider other = robot.impersonating("other@acme.iam.gserviceaccount.com")) {
            assertThat(other.get(ACCESS))
                    .hasValueSatisfying(
                            token -> assertThat(token.token().reveal()).startsWith("loopback-token-"));
            assertThat(other.get(CredentialRequest.identity("https://service.example")))
                    .isPresent();
            assertThat(other).hasToString(other.identity()).asString().contains("other@acme");
        }
        assertThat(server.paths())
                .anyMatch(path -> path.endsWith("other@acme.iam.gserviceaccount.com:generateAccessToken"))
                .anyMatch(path -> path.endsWith("other@acme.iam.gserviceaccount.com:generateIdToken"));
    }

    @Test
    void impersonationThatIsNotAllowedIsAccessDenied() throws IOException {
        GoogleCredentialProvider robot = provider(server.keyFile(directory), CredentialKind.KEY_FILE);
        assertThat(robot.get(ACCESS)).isPresent();
        server.refuseWith(403);

        assertThatExceptionOfType(AccessDeniedFailure.class)
                .isThrownBy(() -> robot.impersonating("other@acme.iam.gserviceaccount.com")
                        .get(ACCESS));
    }

    private Path federation(String tokenUrl) throws IOException {
        Path subject = Files.writeString(directory.resolve("subject.txt"), "hidden-marker");
        return file("{'type':'external_account','audience':'//iam.googleapis.com/projects/1/p','subject_token_type':"
                + "'urn:ietf:params:oauth:token-type:jwt','token_url':'" + tokenUrl
                + "','credential_source':{'file':'" + subject + "'}}");
    }

    @Test
    void workloadIdentityFederationExchangesItsSubjectsToken() throws IOException {
        try (GoogleCredentialProvider provider =
                provider(federation("https://sts.googleapis.com/v1/token"), CredentialKind.EXTERNAL_ACCOUNT)) {
            assertThat(provider.get(ACCESS)).isPresent();
            assertThatExceptionOfType(UnsupportedFailure.class)
                    .isThrownBy(() -> provider.get(CredentialRequest.identity("https://service.example")))
                    .withMessageContaining("databot.credentials.impersonate");
        }
        assertThat(server.paths()).contains("/v1/token");
    }

    @Test
    void federationThatWouldSendTokensElsewhereIsRefused() throws IOException {
        Path file = federation("https://sts.googleapis.com.evil.example/v1/token");

        assertThatExceptionOfType(NotAuthenticatedFailure.class)
                .isThrownBy(
                        () -> provider(file, CredentialKind.EXTERNAL_ACCOUNT).get(ACCESS))
                .withMessageContaining("token_url");
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void nobodyHasNoCredential() {
        try (GoogleCredentialProvider nobody = GoogleCredentialProvider.none()) {
            assertThat(nobody.get(ACCESS)).isEmpty();
        }
    }
}
