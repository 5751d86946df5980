package io.databot.terraform;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.DatabotException;
import io.databot.state.State;
import io.databot.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** What tests of states behind http share: a server on loopback, a clock, and a source of one state there. */
abstract class ServedState {

    static final Duration TTL = Duration.ofSeconds(60);
    static final String ADDRESS = "https://state.example/team/dev";

    final TestClock clock = TestClock.fixed();
    final StateServer server = new StateServer();

    @AfterEach
    final void stop() {
        server.close();
    }

    final TerraformState.Builder builder(String address) {
        return TerraformState.builder("dev")
                .location(address)
                .route(server::route)
                .ttl(TTL)
                .clock(clock)
                .variables(name -> Optional.empty());
    }

    final DatabotException failure() {
        return catchThrowableOfType(DatabotException.class, builder(ADDRESS).build()::read);
    }

    static String said(State state) {
        return state.get("output.said").asString();
    }

    static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }
}
