package io.databot.discovery;

import static io.databot.discovery.TestState.map;
import static io.databot.discovery.TestState.state;
import static io.databot.discovery.TestState.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.NotFoundFailure;
import io.databot.state.StateValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Service accounts, workbenches and services follow the rules of buckets. */
class OtherKindsTest {

    private static Map<String, StateValue> account(String email, String project) {
        return Map.of("email", text(email), "unique_id", text("1234"), "project", text(project));
    }

    @Test
    void aServiceAccountIsKnownByItsEmail() {
        Discovered found = state().resource(
                        "google_service_account", "dev_robot", account("robot@acme.iam.gserviceaccount.com", "acme"))
                .discovery("dev")
                .find(ResourceKind.SERVICE_ACCOUNT);

        assertThat(found.name()).isEqualTo("robot@acme.iam.gserviceaccount.com");
        assertThat(found.text("unique_id")).contains("1234");
    }

    @Test
    void aServiceAccountOfAProjectThatIsClearlyAnothersIsNotTaken() {
        Discovery discovery = state().resource(
                        "google_service_account",
                        "robot",
                        account("robot@acme-prod.iam.gserviceaccount.com", "acme-prod"))
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.SERVICE_ACCOUNT)).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void theProjectInAnEmailDoesNotNameTheEnvironment() {
        Discovery discovery = state().resource(
                        "google_service_account",
                        "prod_robot",
                        account("prod-robot@acme-dev.iam.gserviceaccount.com", "acme-dev"))
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.SERVICE_ACCOUNT)).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void plainOutputsNameServiceAccountsWorkbenchesAndServices() {
        Discovery discovery = state().output("service_account_email", "robot@acme.iam.gserviceaccount.com")
                .output("dev_workbench_name", "lab")
                .output("cloud_run_service", "api")
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.SERVICE_ACCOUNT).name()).isEqualTo("robot@acme.iam.gserviceaccount.com");
        assertThat(discovery.find(ResourceKind.WORKBENCH).name()).isEqualTo("lab");
        assertThat(discovery.find(ResourceKind.RUN_SERVICE).name()).isEqualTo("api");
    }

    @Test
    void theContractNamesAllKinds() {
        Discovery discovery = state().contract(
                        "dev",
                        Map.of(
                                "service_accounts",
                                StateValue.of(Map.of("robot", map("email=r@a.iam"))),
                                "workbenches",
                                StateValue.of(Map.of("lab", map("name=lab-1", "zone=europe-west1-b"))),
                                "services",
                                StateValue.of(Map.of("api", map("name=api-1", "uri=https://api.example.com")))))
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.SERVICE_ACCOUNT, "robot").name()).isEqualTo("r@a.iam");
        assertThat(discovery.find(ResourceKind.WORKBENCH).text("zone")).contains("europe-west1-b");
        assertThat(discovery.find(ResourceKind.RUN_SERVICE).text("uri")).contains("https://api.example.com");
    }

    @Test
    void aWorkbenchComesWithItsIdAndProxy() {
        Discovered found = state().resource(
                        "google_workbench_instance",
                        "lab",
                        Map.of(
                                "name",
                                text("lab-dev"),
                                "id",
                                text("projects/acme/locations/europe-west1-b/instances/lab-dev"),
                                "proxy_uri",
                                text("abc-dot-europe-west1.notebooks.googleusercontent.com"),
                                "effective_labels",
                                map("env=dev")))
                .discovery("dev")
                .find(ResourceKind.WORKBENCH);

        assertThat(found.rule()).isEqualTo(Rule.LABELS);
        assertThat(found.text("id")).contains("projects/acme/locations/europe-west1-b/instances/lab-dev");
        assertThat(found.text("proxy_uri")).contains("abc-dot-europe-west1.notebooks.googleusercontent.com");
    }

    @Test
    void servicesOfTheSecondVersionHaveAUri() {
        Discovered found = state().resource(
                        "google_cloud_run_v2_service",
                        "api",
                        Map.of("name", text("api"), "uri", text("https://api-x.run.app")))
                .discovery("dev")
                .find(ResourceKind.RUN_SERVICE);

        assertThat(found.text("uri")).contains("https://api-x.run.app");
    }

    @Test
    void servicesOfTheFirstVersionHaveTheirUrlInTheirStatus() {
        StateValue status = StateValue.of(List.of(map("url=https://old-x.run.app", "latest_ready_revision_name=r")));
        Discovered found = state().resource(
                        "google_cloud_run_service", "old", Map.of("name", text("old"), "status", status))
                .discovery("dev")
                .find(ResourceKind.RUN_SERVICE);

        assertThat(found.text("uri")).contains("https://old-x.run.app");
    }

    @Test
    void servicesOfBothVersionsAreOfOneKind() {
        Discovery discovery = state().resource("google_cloud_run_service", "old", Map.of("name", text("dev-old")))
                .resource("google_cloud_run_v2_service", "api", Map.of("name", text("dev-api")))
                .discovery("dev");

        assertThat(discovery.find(ResourceKind.RUN_SERVICE, "old").name()).isEqualTo("dev-old");
        assertThat(discovery.all(ResourceKind.RUN_SERVICE))
                .extracting(Discovered::name)
                .containsExactly("dev-api", "dev-old");
    }
}
