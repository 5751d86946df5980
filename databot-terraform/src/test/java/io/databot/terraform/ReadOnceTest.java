package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.ClosedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.inmemory.InMemoryStorage;
import io.databot.state.State;
import io.databot.storage.Content;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import io.databot.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a state without a source that keeps it. */
class ReadOnceTest {

    private static final ObjectRef OBJECT = ObjectRef.of("acme-tfstate", "databot/dev/default.tfstate");

    @TempDir
    private Path directory;

    private final TestClock clock = TestClock.fixed();
    private final List<StorageService> ports = new ArrayList<>();

    private TerraformState.Builder at(String location) {
        return TerraformState.at(location).clock(clock).variables(name -> Optional.empty());
    }

    private StorageService port() {
        InMemoryStorage storage =
                InMemoryStorage.builder().bucket("acme-tfstate").build();
        storage.put(OBJECT, Content.text(States.numbered(States.LINEAGE, "1", "in port " + ports.size())));
        ports.add(storage);
        return storage;
    }

    private static String said(State state) {
        return state.get("output.said").asString();
    }

    @Test
    void eachCallReadsAnew() throws IOException {
        Path file = directory.resolve("dev.tfstate");
        TerraformState.Builder builder = at(file.toString());
        for (String serial : List.of("2", "1")) {
            Files.writeString(file, States.numbered(States.LINEAGE, serial, "serial " + serial));
            State state = builder.readOnce();
            assertThat(said(state)).isEqualTo("serial " + serial);
            assertThat(state.readAt()).isEqualTo(clock.instant());
            assertThat(state.stale()).isFalse();
        }
    }

    @Test
    void whatCannotBeReadFailsAsASourceFails() throws IOException {
        Path file = directory.resolve("dev.tfstate");
        List<Duration> pauses = new ArrayList<>();
        TerraformState.Builder builder = at(file.toString()).sleeper(pauses::add);
        assertThatThrownBy(builder::readOnce)
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining(file.toString());
        Files.writeString(file, "{\"version\":4,");
        assertThatThrownBy(builder::readOnce).isInstanceOf(StateFailure.class).hasMessageContaining(file.toString());
        assertThat(pauses).isNotEmpty();
    }

    @Test
    void portIsMadeForEachCallAndClosed() {
        TerraformState.Builder builder =
                at("gs://acme-tfstate/databot/dev/default.tfstate").storage(this::port);
        assertThat(said(builder.readOnce())).isEqualTo("in port 0");
        assertThat(said(builder.readOnce())).isEqualTo("in port 1");
        assertThat(ports).hasSize(2).allSatisfy(ReadOnceTest::assertClosed);
    }

    @Test
    void portThatOthersUseStaysOpen() {
        StorageService port = port();
        State state = at("gs://acme-tfstate/databot/dev/default.tfstate")
                .sharedStorage(() -> port)
                .readOnce();
        assertThat(said(state)).isEqualTo("in port 0");
        assertThat(port.find(OBJECT)).isPresent();
    }

    @Test
    void portIsNotMadeForALocalFile() throws IOException {
        Path file = directory.resolve("dev.tfstate");
        Files.writeString(file, States.numbered(States.LINEAGE, "1", "x"));
        assertThat(said(at(file.toString()).storage(this::port).readOnce())).isEqualTo("x");
        assertThat(ports).isEmpty();
    }

    @Test
    void sourcesOfOneBuilderHaveAPortEach() {
        TerraformState.Builder builder =
                at("gs://acme-tfstate/databot/dev/default.tfstate").storage(this::port);
        try (TerraformState other = builder.build()) {
            try (TerraformState one = builder.build()) {
                assertThat(said(one.read())).isEqualTo("in port 0");
            }
            assertThat(said(other.read())).isEqualTo("in port 1");
        }
        assertThat(ports).hasSize(2).allSatisfy(ReadOnceTest::assertClosed);
    }

    private static void assertClosed(StorageService port) {
        assertThatThrownBy(() -> port.find(OBJECT)).isInstanceOf(ClosedFailure.class);
    }
}
