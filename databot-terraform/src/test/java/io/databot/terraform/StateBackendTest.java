package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.NotFoundFailure;
import io.databot.spi.RecordedBackend;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import io.databot.state.State;
import io.databot.state.StateValue;
import io.databot.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an artifact with a {@link io.databot.spi.StateBackend} adds. */
class StateBackendTest {

    private static final String NOTE = ".terraform/terraform.tfstate";
    private static final String CONTENT =
            "{\"version\":3,\"backend\":{\"type\":\"fake\",\"config\":{\"place\":\"p\",\"token\":\"SWORDFISH\"}}}";

    @TempDir
    private Path directory;

    private final TestClock clock = TestClock.fixed();
    private final Map<String, String> variables = new HashMap<>();

    private TerraformState.Builder builder() {
        return TerraformState.builder("dev")
                .directory(directory)
                .clock(clock)
                .variables(name -> Optional.ofNullable(variables.get(name)));
    }

    private static String said(State state) {
        return state.get("output.said").asString();
    }

    @Test
    void addressesOfItsSchemeAreRead() {
        variables.put("FAKE_STATES", "default=1");
        State state = builder().location("FAKE://somewhere").build().read();
        assertThat(said(state)).isEqualTo("default");
        assertThat(state.origin()).isEqualTo("fake://somewhere/default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"terraform/environments/dev/", "environments/dev/", "envs/dev/", ""})
    void itsTypeIsFollowedWhereTerraformInitNotedIt(String place) {
        new Tree(directory).write(place + NOTE, CONTENT);
        variables.put("FAKE_STATES", "default=1");
        assertThat(said(builder().build().read())).isEqualTo("default");
    }

    @Test
    void workspaceOfTheNameComesBeforeTheDefaultOne() {
        new Tree(directory).write(NOTE, CONTENT);
        variables.put("FAKE_STATES", "default=1,dev=2");
        assertThat(said(builder().build().read())).isEqualTo("dev");
        variables.put("TF_WORKSPACE", "prod");
        variables.put("FAKE_STATES", "default=1,prod=2");
        assertThatThrownBy(builder().build()::read)
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("fake://p/dev")
                .hasMessageContaining("another workspace, prod, is selected");
    }

    @Test
    void versionIsHandedBackAndWhatIsUnchangedIsFreshAgain() {
        new Tree(directory).write(NOTE, CONTENT);
        variables.put("FAKE_STATES", "dev=1");
        TerraformState source = builder().build();
        State first = source.read();
        clock.advance(Duration.ofSeconds(60));
        State second = source.read();
        assertThat(Relabelled.sameContent(first, second)).isTrue();
        assertThat(second.readAt()).isEqualTo(clock.instant());
    }

    @Test
    void workspaceThatAppearsIsReadThoughAnotherWasBefore() {
        new Tree(directory).write(NOTE, CONTENT);
        variables.put("FAKE_STATES", "default=1");
        TerraformState source = builder().build();
        assertThat(said(source.read())).isEqualTo("default");
        variables.put("FAKE_STATES", "default=1,dev=1");
        clock.advance(Duration.ofSeconds(60));
        assertThat(said(source.read())).isEqualTo("dev");
    }

    @Test
    void nothingOfAConfigurationIsPrinted() {
        StateValue config = StateValue.of(
                Map.of("token", StateValue.of("SWORDFISH"), "empty", StateValue.of(""), "no", StateValue.ofNull()));
        RecordedBackend backend = new RecordedBackend("there", "fake", config);
        assertThat(backend).hasToString("backend fake of there");
        assertThat(backend.text("token")).contains("SWORDFISH");
        assertThat(backend.text("empty")).isEmpty();
        assertThat(backend.value("empty")).isPresent();
        assertThat(backend.value("no")).isEmpty();
        assertThat(StateContent.of("SWORDFISH".getBytes(java.nio.charset.StandardCharsets.UTF_8), Optional.of("1")))
                .hasToString("9 bytes of state");
    }

    @Test
    void requestHasALimit() {
        assertThatThrownBy(() -> new StateRequest(Optional.empty(), -1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
