package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.AmbiguousFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.inmemory.InMemoryStorage;
import io.databot.inmemory.StorageOperation;
import io.databot.storage.Content;
import io.databot.storage.ObjectRef;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which object is read: by an address, and by what {@code terraform init} noted of the gcs backend. */
class GcsLocationTest {

    private static final String NOTE = ".terraform/terraform.tfstate";

    @TempDir
    private Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private final InMemoryStorage storage =
            InMemoryStorage.builder().bucket("acme-tfstate").build();

    private TerraformState.Builder builder(String environment) {
        return TerraformState.builder(environment)
                .directory(directory)
                .storage(storage::another)
                .variables(name -> Optional.ofNullable(variables.get(name)));
    }

    private String read(String environment) {
        return said(builder(environment));
    }

    private static String said(TerraformState.Builder builder) {
        try (TerraformState state = builder.build()) {
            return state.read().get("output.said").asString();
        }
    }

    /** An object whose state says its key. */
    private void object(String key) {
        object(key, States.numbered(States.LINEAGE, "1", key));
    }

    private void object(String key, String content) {
        storage.put(ObjectRef.of("acme-tfstate", key), Content.text(content));
    }

    private void note(String path, String config) {
        new Tree(directory)
                .write(
                        path,
                        "{\"version\":3,\"terraform_version\":\"1.11.4\",\"backend\":{\"type\":\"gcs\",\"config\":{\"bucket\":"
                                + "\"acme-tfstate\"," + config + "},\"hash\":1}}");
    }

    @ParameterizedTest
    @CsvSource({
        "gs://acme-tfstate/databot/dev/default.tfstate, databot/dev/default.tfstate",
        "gs://acme-tfstate/databot/dev, databot/dev/default.tfstate",
        "gs://acme-tfstate/databot/dev/, databot/dev/default.tfstate",
        "gs://acme-tfstate//databot//dev, databot/dev/default.tfstate",
        "GS://acme-tfstate, default.tfstate",
        "gs://acme-tfstate/, default.tfstate",
        "gs://acme-tfstate/with space/a%20b#c?d.tfstate, with space/a%20b#c?d.tfstate",
        "gs://acme-tfstate/a//b.tfstate, a//b.tfstate",
    })
    void addressIsAnObjectOrAPrefix(String address, String key) {
        object(key);
        assertThat(said(builder("dev").location(address))).isEqualTo(key);
    }

    @Test
    void variableNamesTheWorkspaceBelowAPrefix() {
        object("databot/stage.tfstate");
        object("databot/default.tfstate");
        variables.put("TF_WORKSPACE", "stage");
        assertThat(said(builder("dev").location("gs://acme-tfstate/databot"))).isEqualTo("databot/stage.tfstate");
        variables.put("TF_WORKSPACE", "");
        assertThat(said(builder("dev").location("gs://acme-tfstate/databot"))).isEqualTo("databot/default.tfstate");
        variables.put("TF_WORKSPACE", "../x");
        assertThatThrownBy(() -> said(builder("dev").location("gs://acme-tfstate/databot")))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("TF_WORKSPACE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gs://", "gs:///x", "gs://B/x", "gs://acme-tfstate/a\nb.tfstate"})
    void addressThatNoObjectCanHaveIsRefused(String address) {
        assertThatThrownBy(() -> said(builder("dev").location(address))).isInstanceOf(InvalidRequestFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "databot/dev, databot/dev/default.tfstate",
        "/databot/dev/, databot/dev/default.tfstate",
        "//databot//./dev, databot/dev/default.tfstate",
        "databot/x/../dev, databot/dev/default.tfstate",
        "/, default.tfstate",
        "'', default.tfstate",
    })
    void prefixIsJoinedAsTerraformDoes(String prefix, String key) {
        object(key);
        note("environments/dev/" + NOTE, "\"prefix\":\"" + prefix + "\"");
        assertThat(read("dev")).isEqualTo(key);
    }

    @Test
    void prefixMayBeNull() {
        object("default.tfstate");
        note("environments/dev/" + NOTE, "\"prefix\":null,\"credentials\":null,\"encryption_key\":null");
        assertThat(read("dev")).isEqualTo("default.tfstate");
    }

    @Test
    void selectedWorkspaceOfTheOwnDirectoryIsFollowed() {
        object("databot/stage.tfstate");
        object("databot/default.tfstate");
        note("environments/dev/" + NOTE, "\"prefix\":\"databot\"");
        new Tree(directory).write("environments/dev/.terraform/environment", "stage");
        assertThat(read("dev")).isEqualTo("databot/stage.tfstate");
        variables.put("TF_WORKSPACE", "default");
        assertThat(read("dev")).isEqualTo("databot/default.tfstate");
    }

    @Test
    void localStateBesideTheNoteIsLeftOver() {
        object("databot/default.tfstate");
        note("environments/dev/" + NOTE, "\"prefix\":\"databot\"");
        new Tree(directory).state("environments/dev/terraform.tfstate", "left over");
        assertThat(read("dev")).isEqualTo("databot/default.tfstate");
    }

    @Test
    void workspaceOfTheNameComesBeforeTheDefaultOne() {
        note(NOTE, "\"prefix\":\"databot\"");
        object("databot/default.tfstate");
        assertThat(read("dev")).isEqualTo("databot/default.tfstate");
        object("databot/dev.tfstate");
        assertThat(read("dev")).isEqualTo("databot/dev.tfstate");
    }

    @Test
    void namedDirectoryGivesTheWorkspaceOfTheNameOrTheSelectedOne() {
        note("there/" + NOTE, "\"prefix\":\"databot\"");
        new Tree(directory).write("there/.terraform/environment", "stage");
        object("databot/stage.tfstate");
        assertThat(said(builder("dev").location("there"))).isEqualTo("databot/stage.tfstate");
        object("databot/dev.tfstate");
        assertThat(said(builder("dev").location("there"))).isEqualTo("databot/dev.tfstate");
        assertThatThrownBy(() -> said(builder("dev")
                        .location("there")
                        .storage(() ->
                                InMemoryStorage.builder().bucket("acme-tfstate").build())))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("gs://acme-tfstate/databot/dev.tfstate")
                .hasMessageContaining("gs://acme-tfstate/databot/stage.tfstate");
    }

    @Test
    void baseDirectoryInAnotherWorkspaceIsNotTaken() {
        note(NOTE, "\"prefix\":\"databot\"");
        new Tree(directory).write(".terraform/environment", "prod");
        object("databot/prod.tfstate");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("gs://acme-tfstate/databot/dev.tfstate")
                .hasMessageContaining("another workspace, prod, is selected");
        assertThat(read("prod")).isEqualTo("databot/prod.tfstate");
    }

    @Test
    void baseDirectoryIsNotTakenIfItsStateIsAnotherEnvironments() {
        note(NOTE, "\"prefix\":\"databot\"");
        object(
                "databot/default.tfstate",
                States.withOutputs("\"databot\":{\"value\":{\"environment\":\"prod\"}},\"said\":{\"value\":\"base\"}"));
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("gs://acme-tfstate/databot/dev.tfstate")
                .hasMessageContaining(
                        "gs://acme-tfstate/databot/default.tfstate (not taken: output.databot.environment");
        assertThat(read("prod")).isEqualTo("base");
    }

    @Test
    void missingBucketIsNotAMissingWorkspace() {
        new Tree(directory)
                .write(NOTE, "{\"version\":3,\"backend\":{\"type\":\"gcs\",\"config\":{\"bucket\":\"acme-none\"}}}");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(BucketNotFoundFailure.class)
                .hasMessageContaining("gs://acme-none/dev.tfstate");
    }

    @Test
    void localAndGcsAreAmbiguous() {
        note("environments/dev/" + NOTE, "\"prefix\":\"databot\"");
        new Tree(directory).state("envs/dev/terraform.tfstate", "local");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(AmbiguousFailure.class)
                .hasMessageContaining("backend gcs");
    }

    @Test
    void noteWithoutABucketIsRefused() {
        new Tree(directory).write(NOTE, "{\"version\":3,\"backend\":{\"type\":\"gcs\",\"config\":{\"bucket\":null}}}");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("terraform init");
    }

    @Test
    void keyThatWouldHaveToBeSentIsUnsupportedAndNotTold() {
        note("environments/dev/" + NOTE, "\"encryption_key\":\"SWORDFISH\"");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("encryption_key")
                .hasMessageContaining("state pull > FILE")
                .hasMessageNotContaining("SWORDFISH");
        assertThat(storage.faults().calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "access_token", "impersonate_service_account"})
    void identityOfTheBackendIsMentionedWhenAccessIsDenied(String name) {
        note("environments/dev/" + NOTE, "\"" + name + "\":\"SWORDFISH\"");
        storage.faults().next(StorageOperation.READER).deny();
        AccessDeniedFailure failure = catchThrowableOfType(AccessDeniedFailure.class, () -> read("dev"));
        assertThat(failure.details().remedy()).contains("credentials.file", "credentials.impersonate");
        assertThat(failure).hasMessageNotContaining("SWORDFISH");
    }

    @Test
    void endpointOfTheBackendIsMentionedWhenTheStateCannotBeRead() {
        note("environments/dev/" + NOTE, "\"storage_custom_endpoint\":\"https://SWORDFISH.example/\"");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("storage_custom_endpoint")
                .hasMessageContaining("storage.host")
                .hasMessageNotContaining("SWORDFISH");
    }

    @Test
    void secretsOfTheBackendAreInNoText() {
        note(
                "environments/dev/" + NOTE,
                "\"access_token\":\"SWORDFISH\",\"credentials\":\"SWORDFISH\",\"kms_encryption_key\":\"SWORDFISH\"");
        StateLocator locator = new EnvironmentSearch(
                "dev", directory, new Surroundings(name -> Optional.empty(), new StateBackends(List.of())));
        assertThat(locator.locate().toString()).contains("gs://acme-tfstate/").doesNotContain("SWORDFISH");
    }
}
