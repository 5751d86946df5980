package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server may send the reader of a state, and what goes along. */
class HttpRedirectTest extends ServedState {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsFollowedWithTheIdentityOnTheSameServer(int status) {
        server.redirect(ADDRESS, status, "../moved?x=1").state("https://state.example/moved?x=1", "\"1\"", "moved");
        State state = builder("https://u:p@state.example/team/dev").build().read();
        assertThat(said(state)).isEqualTo("moved");
        assertThat(state.origin()).isEqualTo(ADDRESS);
        assertThat(server.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(Optional.of(basic("u:p")), Optional.of(basic("u:p")));
    }

    @Test
    void identityIsKeptWhenAServerAsksForHttps() {
        server.redirect("http://state.example/dev", 301, "https://state.example/dev")
                .state("https://state.example/dev", "\"1\"", "secure");
        assertThat(said(builder("http://u:p@state.example/dev").build().read())).isEqualTo("secure");
        assertThat(server.asked())
                .extracting(asked -> asked.header("Authorization"))
                .doesNotContain(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/dev",
                "https://state.example:8443/dev",
                "https://sub.state.example/dev",
                "https://v:q@other.example/dev"
            })
    void identityIsNotTakenToAnotherServerNorBack(String other) {
        String plain = other.replace("v:q@", "");
        server.redirect(ADDRESS, 302, other)
                .redirect(plain, 302, "https://state.example/last")
                .state("https://state.example/last", "\"1\"", "last");
        assertThat(said(builder("https://u:p@state.example/team/dev").build().read()))
                .isEqualTo("last");
        assertThat(server.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(Optional.of(basic("u:p")), Optional.empty(), Optional.empty());
    }

    @Test
    void redirectFromHttpsToHttpIsRefused() {
        server.redirect(ADDRESS, 302, "http://state.example/SWORDFISH");
        assertThat(failure())
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("https to http")
                .hasMessageNotContaining("SWORDFISH");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void redirectInACircleEnds() {
        server.redirect(ADDRESS, 302, ADDRESS);
        assertThat(failure()).isInstanceOf(InvalidRequestFailure.class).hasMessageContaining("more than 5 times");
        assertThat(server.asked()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://SWORDFISH/", "https://a b/SWORDFISH", "file:///SWORDFISH", "mailto:SWORDFISH", "//"})
    void redirectToWhatIsNoAddressIsRefusedAndNotQuoted(String location) {
        server.redirect(ADDRESS, 302, location);
        assertThat(failure())
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("redirects to what is no")
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
    }

    @Test
    void redirectedStateIsAskedForConditionallyToo() {
        server.redirect(ADDRESS, 302, "https://store.example/x").state("https://store.example/x", "\"7\"", "x");
        TerraformState source = builder(ADDRESS).build();
        source.read();
        server.asked();
        clock.advance(TTL);
        assertThat(said(source.read())).isEqualTo("x");
        assertThat(server.asked())
                .extracting(asked -> asked.header("If-none-match"))
                .containsOnly(Optional.of("\"7\""));
    }
}
