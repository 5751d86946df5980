package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.state.State;
import io.databot.terraform.StateServer.Asked;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a state behind an address is read, kept and refreshed. */
class HttpStateTest extends ServedState {

    @Test
    void originIsTheAddress() {
        server.state(ADDRESS, "\"1\"", "x");
        State state = builder("HTTPS://State.Example/team/dev#part").build().read();
        assertThat(said(state)).isEqualTo("x");
        assertThat(state.origin()).isEqualTo(ADDRESS);
        assertThat(state.readAt()).isEqualTo(clock.instant());
    }

    @Test
    void requestIsPlainAndAsksForNoCompression() {
        server.state(ADDRESS, "\"1\"", "x");
        builder(ADDRESS).build().read();
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.header("Accept-encoding")).isEmpty();
            assertThat(asked.header("Authorization")).isEmpty();
            assertThat(asked.header("If-none-match")).isEmpty();
            assertThat(asked.header("Upgrade")).isEmpty();
        });
    }

    @Test
    void userPasswordAndQueryAreSentAndNotShown() {
        server.state(ADDRESS + "?sig=a%2Fb", "\"1\"", "x");
        State state = builder("https://us%3Aer:p%40%C3%A4:ss@state.example/team/dev?sig=a%2Fb")
                .build()
                .read();
        assertThat(state.origin()).isEqualTo(ADDRESS + "?...");
        assertThat(server.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("Authorization")).contains(basic("us:er:p@ä:ss")));
    }

    @Test
    void unchangedStateIsAskedForOnceAndIsFreshAgain() {
        server.state(ADDRESS, "\"1\"", "same");
        TerraformState source = builder(ADDRESS).build();
        State first = source.read();
        clock.advance(TTL);
        State second = source.read();
        assertThat(server.asked())
                .extracting(asked -> asked.header("If-none-match"))
                .containsExactly(Optional.empty(), Optional.of("\"1\""));
        assertThat(said(second)).isEqualTo("same");
        assertThat(second.readAt()).isEqualTo(first.readAt().plus(TTL));
        assertThat(Relabelled.sameContent(first, second)).isTrue();
    }

    @Test
    void changeIsSeenAfterTheTimeToLive() {
        server.state(ADDRESS, "W/\"1\"", "old");
        TerraformState source = builder(ADDRESS).build();
        source.read();
        server.state(ADDRESS, "W/\"2\"", "new");
        assertThat(said(source.read())).isEqualTo("old");
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("new");
        assertThat(server.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no quotes", "\"a b\"", "*"})
    void whatIsNoEntityTagIsNotSentBack(String tag) {
        server.at(ADDRESS, 200, States.numbered(States.LINEAGE, "1", "x"), "ETag", tag);
        TerraformState source = builder(ADDRESS).build();
        source.read();
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("x");
        assertThat(server.asked())
                .extracting(asked -> asked.header("If-none-match"))
                .containsOnly(Optional.empty());
    }

    @Test
    void unchangedThoughNothingWasReadBeforeIsUnexpected() {
        server.at(ADDRESS, 304, "");
        assertThat(failure()).isInstanceOf(UnexpectedFailure.class).hasMessageContaining("304");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 200})
    void noContentIsNoState(int status) {
        server.at(ADDRESS, status, "");
        assertThat(failure())
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining(ADDRESS)
                .hasMessageContaining("terraform apply");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, InvalidRequestFailure.class, false),
                Arguments.of(401, NotAuthenticatedFailure.class, false),
                Arguments.of(403, AccessDeniedFailure.class, false),
                Arguments.of(408, UnavailableFailure.class, true),
                Arguments.of(410, InvalidRequestFailure.class, false),
                Arguments.of(429, ThrottledFailure.class, true),
                Arguments.of(500, UnavailableFailure.class, true),
                Arguments.of(501, UnexpectedFailure.class, false),
                Arguments.of(502, UnavailableFailure.class, true),
                Arguments.of(503, UnavailableFailure.class, true),
                Arguments.of(504, UnavailableFailure.class, true),
                Arguments.of(206, UnexpectedFailure.class, false));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void statusSaysWhichFailureAndWhetherToTryAgain(int status, Class<?> type, boolean retryable) {
        server.at(ADDRESS, status, "{\"content\":\"SWORDFISH\"}");
        DatabotException failure = failure();
        assertThat(failure)
                .isInstanceOf(type)
                .hasMessageContaining(ADDRESS)
                .hasMessageContaining("status " + status)
                .hasMessageNotContaining("SWORDFISH");
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitThatTheServiceAsksForIsHandedOn(int status) {
        server.at(ADDRESS, status, "", "Retry-After", "121");
        assertThat(failure().details().retryAfter()).isEqualTo(Duration.ofSeconds(121));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
        server.at(ADDRESS, status, "", "Retry-After", date);
        assertThat(failure().details().retryAfter()).isBetween(Duration.ofSeconds(89), Duration.ofSeconds(90));
        for (String nonsense : List.of("soon", "-1", "99999999999", "Sun, 06 Nov 1994 08:49:37 GMT")) {
            server.at(ADDRESS, status, "", "Retry-After", nonsense);
            assertThat(failure().details().retryAfter()).isZero();
        }
    }

    @Test
    void lastGoodStateIsGivenOutWhileTheServiceFails() {
        server.state(ADDRESS, "\"1\"", "good");
        TerraformState source = builder(ADDRESS).build();
        source.read();
        server.at(ADDRESS, 503, "");
        clock.advance(TTL);
        try (LogCapture log = LogCapture.of(SnapshotCache.class)) {
            State stale = source.read();
            assertThat(said(stale)).isEqualTo("good");
            assertThat(stale.stale()).isTrue();
            assertThat(log.lines()).singleElement().asString().contains(ADDRESS);
        }
    }

    @Test
    void identityOfTheSettingsComesBeforeThatOfTheVariables() {
        server.state(ADDRESS, "\"1\"", "x");
        TerraformState.Builder variables =
                builder(ADDRESS).variables(name -> Optional.of(name).filter(one -> one.startsWith("TF_HTTP_")));
        variables.build().read();
        assertThat(authorization()).contains(basic("TF_HTTP_USERNAME:TF_HTTP_PASSWORD"));
        variables
                .httpIdentity("me", io.databot.credential.Secret.of("mine"))
                .build()
                .read();
        assertThat(authorization()).contains(basic("me:mine"));
    }

    private Optional<String> authorization() {
        List<Asked> asked = server.asked();
        assertThat(asked).hasSize(1);
        return asked.get(0).header("Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https:///SWORDFISH", "https://u:SWORD@FISH@h/", "http://h/SWORD FISH"})
    void addressThatIsNoneIsRefusedAndNotQuoted(String address) {
        assertThatThrownBy(builder(address).build()::read)
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("state.location")
                .hasMessageNotContaining("SWORD")
                .hasNoCause();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void closedSourceAsksNobody() {
        server.state(ADDRESS, "\"1\"", "x");
        TerraformState source = builder(ADDRESS).build();
        source.read();
        source.close();
        source.close();
        assertThatThrownBy(source::read).isInstanceOf(ClosedFailure.class);
        assertThat(server.asked()).hasSize(1);
    }
}
