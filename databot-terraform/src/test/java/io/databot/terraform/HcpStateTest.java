package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.state.State;
import io.databot.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a state in HCP Terraform is read, kept and refreshed, with how many requests and who gets the token. */
class HcpStateTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final String ADDRESS = "remote://app.terraform.io/acme/network-dev";
    private static final String HOST = "https://app.terraform.io/";
    private static final String WORKSPACE = HOST + "api/v2/organizations/acme/workspaces/network-dev";
    private static final String CURRENT = HOST + "api/v2/workspaces/ws-1/current-state-version";
    private static final Optional<String> BEARER = Optional.of("Bearer t0ken");

    private final TestClock clock = TestClock.fixed();
    private final StateServer server = new StateServer();
    private final HcpServer hcp = new HcpServer(server, "app.terraform.io");

    @BeforeEach
    void fill() {
        hcp.workspace("acme", "network-dev", "ws-1").state("ws-1", "sv-1", "first");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TerraformState.Builder builder(String address) {
        Map<String, String> variables = Map.of("TF_TOKEN_app_terraform_io", "t0ken");
        return TerraformState.builder("dev")
                .location(address)
                .route(server::route)
                .ttl(TTL)
                .clock(clock)
                .variables(name -> Optional.ofNullable(variables.get(name)));
    }

    private DatabotException failure() {
        return catchThrowableOfType(DatabotException.class, builder(ADDRESS).build()::read);
    }

    private static String said(State state) {
        return state.get("output.said").asString();
    }

    @Test
    void firstReadIsFourRequests() {
        State state = builder(ADDRESS).build().read();
        assertThat(said(state)).isEqualTo("first");
        assertThat(state.origin()).isEqualTo(ADDRESS);
        assertThat(server.addresses())
                .containsExactly(
                        HOST + ".well-known/terraform.json",
                        WORKSPACE,
                        CURRENT,
                        HOST + "api/state-versions/sv-1/hosted_state");
    }

    @Test
    void unchangedVersionIsOneRequestMore() {
        TerraformState source = builder(ADDRESS).build();
        State first = source.read();
        server.asked();
        clock.advance(TTL);
        State second = source.read();
        assertThat(server.addresses()).containsExactly(CURRENT);
        assertThat(said(second)).isEqualTo("first");
        assertThat(second.readAt()).isEqualTo(first.readAt().plus(TTL));
        assertThat(Relabelled.sameContent(first, second)).isTrue();
    }

    @Test
    void newVersionIsTwoRequestsMore() {
        TerraformState source = builder(ADDRESS).build();
        source.read();
        server.asked();
        hcp.state("ws-1", "sv-2", "second");
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("second");
        assertThat(server.addresses()).containsExactly(CURRENT, HOST + "api/state-versions/sv-2/hosted_state");
    }

    @Test
    void workspaceThatWasMadeAnewIsFoundAgain() {
        TerraformState source = builder(ADDRESS).build();
        source.read();
        server.asked();
        hcp.answer("workspaces/ws-1/current-state-version", 404, "")
                .workspace("acme", "network-dev", "ws-2")
                .state("ws-2", "sv-9", "anew");
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("anew");
        assertThat(server.addresses()).hasSize(4).startsWith(CURRENT, WORKSPACE);
    }

    @Test
    void tokenIsSentToTheServiceAndNotToDiscovery() {
        builder(ADDRESS).build().read();
        assertThat(server.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(Optional.empty(), BEARER, BEARER, BEARER);
    }

    @Test
    void tokenIsNotSentToAStoreElsewhere() {
        server.state("https://archivist.example/object?sig=x", "\"1\"", "stored");
        hcp.version("ws-1", "sv-1", "https://archivist.example/object?sig=x");
        assertThat(said(builder(ADDRESS).build().read())).isEqualTo("stored");
        assertThat(server.asked())
                .last()
                .satisfies(asked -> assertThat(asked.header("Authorization")).isEmpty());
    }

    @Test
    void tokenIsNotTakenAlongWhenTheServiceSendsUsToAStore() {
        server.redirect(HOST + "api/state-versions/sv-1/hosted_state", 307, "https://archivist.example/o?sig=x")
                .state("https://archivist.example/o?sig=x", "\"1\"", "stored");
        assertThat(said(builder(ADDRESS).build().read())).isEqualTo("stored");
        assertThat(server.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(Optional.empty(), BEARER, BEARER, BEARER, Optional.empty());
    }

    @Test
    void serviceMayBeOnAnotherHost() {
        hcp.discovery("{\"tfe.v2\":\"https://api.example/v2\"}");
        server.at(
                        "https://api.example/v2/organizations/acme/workspaces/network-dev",
                        200,
                        "{\"data\":{\"id\":\"ws-7\"}}")
                .at(
                        "https://api.example/v2/workspaces/ws-7/current-state-version",
                        200,
                        "{\"data\":{\"id\":\"sv-7\",\"attributes\":{\"hosted-state-download-url\":\"/store/7\"}}}")
                .state("https://api.example/store/7", "\"1\"", "elsewhere");
        assertThat(said(builder(ADDRESS).build().read())).isEqualTo("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"tfe.v2\":null}",
                "{\"tfe.v2\":\"http://app.terraform.io/api/\"}",
                "{\"tfe.v2\":\"a b SWORDFISH\"}",
                "SWORDFISH",
                ""
            })
    void hostThatDoesNotOfferTheServiceIsRefused(String discovery) {
        hcp.discovery(discovery);
        assertThat(failure())
                .isInstanceOfAny(InvalidRequestFailure.class, UnexpectedFailure.class)
                .hasMessageContaining(ADDRESS)
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void hostWithoutDiscoveryIsNotAMissingState() {
        server.at(HOST + ".well-known/terraform.json", 404, "");
        assertThat(failure()).isInstanceOf(InvalidRequestFailure.class).hasMessageContaining("tfe.v2");
    }

    @Test
    void missingWorkspaceOrOneThatTheTokenMayNotSee() {
        hcp.answer("organizations/acme/workspaces/network-dev", 404, "{\"errors\":[{\"title\":\"not found\"}]}");
        assertThat(failure())
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("no such workspace, or the token may not see it");
    }

    @Test
    void workspaceWithoutAState() {
        hcp.answer("workspaces/ws-1/current-state-version", 404, "");
        assertThat(failure()).isInstanceOf(NotFoundFailure.class).hasMessageContaining("workspace has no state");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(401, NotAuthenticatedFailure.class, false),
                Arguments.of(403, AccessDeniedFailure.class, false),
                Arguments.of(429, ThrottledFailure.class, true),
                Arguments.of(500, UnavailableFailure.class, true));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void statusOfAnyOfTheRequestsSaysWhichFailure(int status, Class<?> type, boolean retryable) {
        server.at(HOST + "api/state-versions/sv-1/hosted_state", status, "SWORDFISH");
        assertRefused(type, retryable);
        hcp.answer("workspaces/ws-1/current-state-version", status, "SWORDFISH");
        assertRefused(type, retryable);
        hcp.answer("organizations/acme/workspaces/network-dev", status, "SWORDFISH");
        assertRefused(type, retryable);
        server.at(HOST + ".well-known/terraform.json", status, "SWORDFISH");
        assertRefused(type, retryable);
    }

    private void assertRefused(Class<?> type, boolean retryable) {
        DatabotException failure = failure();
        assertThat(failure).isInstanceOf(type).hasMessageContaining(ADDRESS).hasMessageNotContaining("SWORDFISH");
        assertThat(failure.retryable()).isEqualTo(retryable);
    }

    @Test
    void keptWorkspaceThatCannotBeAskedIsNotLookedUpAnew() {
        TerraformState source = builder(ADDRESS).build();
        source.read();
        server.asked();
        hcp.answer("workspaces/ws-1/current-state-version", 503, "");
        clock.advance(TTL);
        assertThat(source.read().stale()).isTrue();
        assertThat(server.addresses()).containsExactly(CURRENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"id\":\"../SWORDFISH\"}}",
                "{\"data\":{}}",
                "{\"data\":[]}",
                "[]",
                "\"SWORDFISH\"",
                "{\"SWORDFISH\"",
                ""
            })
    void workspaceThatMeansNothingIsUnexpectedAndNotQuoted(String content) {
        hcp.answer("organizations/acme/workspaces/network-dev", 200, content);
        assertThat(failure())
                .isInstanceOf(UnexpectedFailure.class)
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://archivist.example/SWORDFISH", "a b SWORDFISH", "ftp://SWORDFISH/", ""})
    void downloadAddressThatIsNoneIsUnexpectedAndNotQuoted(String download) {
        hcp.version("ws-1", "sv-1", download);
        assertThat(failure())
                .isInstanceOf(UnexpectedFailure.class)
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remote://app.terraform.io",
                "remote://app.terraform.io/acme",
                "remote://app.terraform.io/acme/x/y",
                "remote://app.terraform.io/acme/",
                "remote:///acme/x",
                "remote://user:SWORDFISH@app.terraform.io/acme/x",
                "remote://app.terraform.io/ac%2fme/x",
                "remote://app.terraform.io/acme/SWORD FISH"
            })
    void addressThatIsNoneIsRefusedAndNotQuoted(String address) {
        assertThatThrownBy(builder(address).build()::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("state.location")
                .hasMessageNotContaining("SWORD");
        assertThat(server.asked()).isEmpty();
    }
}
