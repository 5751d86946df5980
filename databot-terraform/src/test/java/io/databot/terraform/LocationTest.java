package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AmbiguousFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.failure.UnsupportedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which state is read for an environment. */
class LocationTest {

    private static final String LOCAL_BACKEND = States.text("local-backend.json");

    @TempDir
    private Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private Tree tree;

    @BeforeEach
    void makeTree() {
        tree = new Tree(directory);
    }

    private TerraformState.Builder builder(String environment) {
        return TerraformState.builder(environment)
                .directory(directory)
                .variables(name -> Optional.ofNullable(variables.get(name)))
                .sleeper(pause -> {});
    }

    private String read(String environment) {
        List<String> before = tree.everything();
        try {
            return said(builder(environment));
        } finally {
            assertThat(tree.everything()).as("reading creates nothing").isEqualTo(before);
        }
    }

    private static String said(TerraformState.Builder builder) {
        try (TerraformState state = builder.build()) {
            return state.read().get("output.said").asString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"terraform/environments/dev", "environments/dev", "envs/dev"})
    void environmentsOwnDirectoryComesFirst(String own) {
        tree.state(own + "/terraform.tfstate", "own")
                .state("terraform.tfstate.d/dev/terraform.tfstate", "workspace")
                .state("terraform.tfstate", "base");
        assertThat(read("dev")).isEqualTo("own");
    }

    @Test
    void workspaceOfTheNameComesBeforeTheDirectoryItself() {
        tree.state("terraform.tfstate.d/dev/terraform.tfstate", "workspace").state("terraform.tfstate", "base");
        assertThat(read("dev")).isEqualTo("workspace");
        assertThat(read("prod")).isEqualTo("base");
    }

    @Test
    void twoOwnDirectoriesAreAmbiguous() {
        tree.state("environments/dev/terraform.tfstate", "a").state("envs/dev/terraform.tfstate", "b");
        AmbiguousFailure failure = catchThrowableOfType(AmbiguousFailure.class, () -> read("dev"));
        assertThat(failure.candidates())
                .containsExactly(
                        directory.resolve("environments/dev/terraform.tfstate").toString(),
                        directory.resolve("envs/dev/terraform.tfstate").toString());
        assertThat(failure)
                .hasMessageContainingAll(failure.candidates().toArray(CharSequence[]::new))
                .hasMessageContaining("DATABOT_STATE");
    }

    @Test
    void localAndRemoteAreAmbiguousToo() {
        tree.state("environments/dev/terraform.tfstate", "a")
                .write("envs/dev/.terraform/terraform.tfstate", backend("gcs"));
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(AmbiguousFailure.class)
                .hasMessageContaining("backend gcs");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onePlaceUnderTwoNamesCountsOnce() throws IOException {
        tree.state("environments/dev/terraform.tfstate", "own");
        Files.createSymbolicLink(directory.resolve("envs"), directory.resolve("environments"));
        assertThat(read("dev")).isEqualTo("own");
    }

    @Test
    void noStateNamesEveryPlace() {
        tree.directory("environments/dev/terraform.tfstate.d/dev");
        NotFoundFailure failure = catchThrowableOfType(NotFoundFailure.class, () -> read("dev"));
        assertThat(failure)
                .hasMessageContaining(
                        directory.resolve("terraform/environments/dev").toString())
                .hasMessageContaining(
                        directory.resolve("environments/dev/terraform.tfstate").toString())
                .hasMessageContaining(directory.resolve("envs/dev").toString())
                .hasMessageContaining(directory
                        .resolve("terraform.tfstate.d/dev/terraform.tfstate")
                        .toString())
                .hasMessageContaining(directory.resolve("terraform.tfstate").toString() + ".")
                .hasMessageContaining("state.location");
    }

    @Test
    void backupIsMentionedAndNeverRead() {
        tree.state("terraform.tfstate.backup", "backup");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("only its .backup is there");
    }

    @Test
    void ownDirectoryWithoutAStateIsNoHit() {
        tree.directory("environments/dev").state("terraform.tfstate", "base");
        assertThat(read("dev")).isEqualTo("base");
    }

    @Test
    void nameIsNeverTakenForPartOfAnother() {
        tree.state("environments/device/terraform.tfstate", "device")
                .state("terraform.tfstate.d/nonprod/terraform.tfstate", "nonprod");
        assertThatThrownBy(() -> read("dev")).isInstanceOf(NotFoundFailure.class);
        assertThatThrownBy(() -> read("prod")).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void pathsOfTheLocalBackendAreFollowed() {
        tree.write("environments/dev/.terraform/terraform.tfstate", LOCAL_BACKEND)
                .state("environments/dev/elsewhere/here.tfstate", "configured")
                .state("environments/dev/terraform.tfstate", "left over");
        assertThat(read("dev")).isEqualTo("configured");
    }

    @Test
    void selectedWorkspaceIsFollowed() {
        tree.write("environments/dev/.terraform/environment", "stage\n")
                .write("environments/dev/.terraform/terraform.tfstate", LOCAL_BACKEND)
                .state("environments/dev/spaces/stage/terraform.tfstate", "stage")
                .state("environments/dev/elsewhere/here.tfstate", "default");
        assertThat(read("dev")).isEqualTo("stage");
        variables.put("TF_WORKSPACE", "default");
        assertThat(read("dev")).isEqualTo("default");
        variables.put("TF_WORKSPACE", "");
        assertThat(read("dev")).isEqualTo("stage");
    }

    @Test
    void dataDirectoryMayBeElsewhere() {
        tree.write("environments/dev/data/environment", States.text("selected-workspace.txt"))
                .state("environments/dev/terraform.tfstate.d/stage/terraform.tfstate", "stage")
                .state("environments/dev/terraform.tfstate", "default");
        assertThat(read("dev")).isEqualTo("default");
        variables.put("TF_DATA_DIR", "data");
        assertThat(read("dev")).isEqualTo("stage");
    }

    @Test
    void workspaceDirectoryOfTheBackendIsSearched() {
        tree.write(".terraform/terraform.tfstate", LOCAL_BACKEND).state("spaces/dev/terraform.tfstate", "workspace");
        assertThat(read("dev")).isEqualTo("workspace");
    }

    @Test
    void baseDirectoryInAnotherWorkspaceIsNotTaken() {
        tree.write(".terraform/environment", "prod").state("terraform.tfstate.d/prod/terraform.tfstate", "prod");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("another workspace, prod, is selected");
        assertThat(read("prod")).isEqualTo("prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/b", "..", "", "a\\b", "a\u0000b"})
    void workspaceThatLeadsElsewhereIsRefused(String name) {
        tree.state("terraform.tfstate", "base").write(".terraform/environment", name);
        if (name.isEmpty()) {
            assertThat(read("dev")).isEqualTo("base");
        } else {
            assertThatThrownBy(() -> read("dev"))
                    .isInstanceOf(InvalidRequestFailure.class)
                    .hasMessageContaining("terraform workspace select");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "..", ".", "", "a/b", "a\\b", "/etc", "dev\n", "dev\u0000", "-dev", ".hidden", "dév"})
    void environmentThatIsNoPlainNameIsRefused(String name) {
        assertThatThrownBy(() -> TerraformState.builder(name))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("environment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "azurerm", "pg", "consul"})
    void remoteBackendIsNamedAndNothingOfItsConfiguration(String type) {
        tree.write("environments/dev/.terraform/terraform.tfstate", backend(type));
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("type " + type)
                .hasMessageContaining("state pull > FILE")
                .hasMessageContaining("DATABOT_STATE")
                .hasMessageNotContaining("SWORDFISH");
    }

    @Test
    void artifactThatReadsABackendIsNamedIfThereIsOne() {
        tree.write("environments/dev/.terraform/terraform.tfstate", backend("s3"))
                .write("environments/prod/.terraform/terraform.tfstate", backend("azurerm"));
        assertThatThrownBy(() -> read("dev")).hasMessageContaining("Add the artifact databot-s3");
        assertThatThrownBy(() -> read("prod"))
                .hasMessageContaining("There is no artifact")
                .hasMessageContaining("io.databot.spi.StateBackend");
    }

    @Test
    void remoteBackendOfTheBaseDirectoryIsNamed() {
        tree.write(".terraform/terraform.tfstate", backend("s3"));
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("type s3");
    }

    @Test
    void stateStoreIsNamed() {
        tree.write(".terraform/terraform.tfstate", "{\"version\":3,\"state_store\":{\"type\":\"x_y\",\"config\":{}}}");
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("state_store");
    }

    @Test
    void noteWithoutABackendMeansTheLocalOne() {
        tree.write(".terraform/terraform.tfstate", "{\"version\":3,\"serial\":1,\"lineage\":\"x\"}")
                .state("terraform.tfstate", "base");
        assertThat(read("dev")).isEqualTo("base");
    }

    @Test
    void brokenNoteIsRefusedWithoutQuotingIt() {
        tree.write(".terraform/terraform.tfstate", "{\"backend\":{\"config\":{\"token\":SWORDFISH");
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> read("dev"));
        assertThat(failure.problem()).isEqualTo(Problem.NOT_JSON);
        assertThat(failure)
                .hasMessageContaining("terraform init")
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
    }

    @Test
    void baseDirectoryIsNotTakenIfAnOutputNamesAnotherEnvironment() {
        tree.write(
                "terraform.tfstate",
                States.withOutputs("\"databot\":{\"value\":{\"environment\":\"prod\"}},\"said\":{\"value\":\"base\"}"));
        assertThatThrownBy(() -> read("dev"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("output.databot.environment names another environment");
        assertThat(read("prod")).isEqualTo("base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "effective_labels", "terraform_labels"})
    void baseDirectoryIsNotTakenIfALabelNamesAnotherEnvironment(String labels) {
        for (String label : List.of("environment", "env", "databot_environment")) {
            tree.write(
                    "terraform.tfstate",
                    States.withOutputs("\"said\":{\"value\":\"base\"}")
                            .replace(
                                    "\"resources\":[]",
                                    "\"resources\":["
                                            + States.resource(
                                                    "google_storage_bucket",
                                                    "data",
                                                    "{\"" + labels + "\":{\"" + label + "\":\"prod\"}}")
                                            + "]"));
            assertThatThrownBy(() -> read("dev"))
                    .isInstanceOf(NotFoundFailure.class)
                    .hasMessageContaining("google_storage_bucket.data has a label " + label);
            assertThat(read("prod")).isEqualTo("base");
        }
    }

    @Test
    void ownDirectoryIsTakenWhateverItsLabelsSay() {
        tree.write(
                "environments/dev/terraform.tfstate",
                States.withOutputs(
                        "\"databot\":{\"value\":{\"environment\":\"development\"}},\"said\":{\"value\":\"own\"}"));
        assertThat(read("dev")).isEqualTo("own");
    }

    @Test
    void namedFileComesBeforeEverything() {
        tree.state("environments/dev/terraform.tfstate", "own").state("some/file", "named");
        assertThat(said(builder("dev").location("some/file"))).isEqualTo("named");
        assertThat(said(builder("dev").location(directory.resolve("some/file").toString())))
                .isEqualTo("named");
        assertThat(said(builder("dev")
                        .location(directory.resolve("some/file").toUri().toString())))
                .isEqualTo("named");
    }

    @Test
    void namedDirectoryIsThatOfTerraform() {
        tree.write("there/.terraform/terraform.tfstate", LOCAL_BACKEND)
                .state("there/elsewhere/here.tfstate", "default");
        assertThat(said(builder("dev").location("there"))).isEqualTo("default");
        tree.state("there/spaces/dev/terraform.tfstate", "workspace");
        assertThat(said(builder("dev").location("there"))).isEqualTo("workspace");
        assertThat(said(builder("prod").location("there"))).isEqualTo("default");
    }

    @Test
    void namedPlaceThatIsMissingIsNotFoundThoughOthersExist() {
        tree.state("environments/dev/terraform.tfstate", "own").directory("empty");
        assertThatThrownBy(() -> said(builder("dev").location("none")))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining(directory.resolve("none").toString());
        assertThatThrownBy(() -> said(builder("dev").location("empty")))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("no state in it")
                .hasMessageContaining("terraform.tfstate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://SWORDFISH/key", "S3://SWORDFISH/key", "azblob://x/SWORDFISH"})
    void addressIsUnsupportedAndNotQuoted(String address) {
        assertThatThrownBy(() -> said(builder("dev").location(address)))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining(address.substring(0, address.indexOf(':')).toLowerCase(Locale.ROOT) + "://")
                .hasMessageContaining("state pull > FILE")
                .hasMessageNotContaining("SWORDFISH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "file://host/x", "file://%zz"})
    void locationThatIsNoPathIsRefused(String location) {
        assertThatThrownBy(() -> said(builder("dev").location(location))).isInstanceOf(InvalidRequestFailure.class);
    }

    @Test
    void stateOfAPathNeedsNoEnvironment() {
        tree.state("x/terraform.tfstate", "x");
        try (TerraformState file = TerraformState.of(directory.resolve("x/terraform.tfstate"));
                TerraformState root = TerraformState.of(directory.resolve("x"))) {
            assertThat(file.read().get("output.said").asString()).isEqualTo("x");
            assertThat(root.read().get("output.said").asString()).isEqualTo("x");
            assertThat(root.read().origin())
                    .isEqualTo(directory.resolve("x/terraform.tfstate").toString());
        }
    }

    @Test
    void directoryWhereTheStateShouldBeIsNotAFile() {
        tree.directory("environments/dev/terraform.tfstate");
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> read("dev"));
        assertThat(failure.problem()).isEqualTo(Problem.NOT_A_FILE);
    }

    private static String backend(String type) {
        return "{\"version\":3,\"terraform_version\":\"1.11.4\",\"backend\":{\"type\":\"" + type
                + "\",\"config\":{\"bucket\":\"SWORDFISH\",\"access_token\":\"SWORDFISH\",\"path\":\"SWORDFISH\"},\"hash\":1}}";
    }
}
