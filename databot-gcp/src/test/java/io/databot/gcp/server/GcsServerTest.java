package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class GcsServerTest {

    @Test
    void serversAreIndependent() {
        try (GcsServer one = GcsServer.start();
                GcsServer two = GcsServer.start()) {
            one.createBucket("box");
            RawClient client = new RawClient(two.uri());

            assertThat(one.uri()).isNotEqualTo(two.uri());
            assertThat(client.get("/storage/v1/b/box").status()).isEqualTo(404);
            assertThat(one.requests()).isEmpty();
        }
    }

    @Test
    void takenPortIsNamed() {
        try (GcsServer first = GcsServer.start()) {
            int port = first.uri().getPort();
            assertThatThrownBy(() -> GcsServer.start(port, Clock.systemUTC()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("Cannot listen on loopback port " + port);
        }
    }

    @Test
    void secondCloseIsHarmless() {
        GcsServer server = GcsServer.start();
        server.close();
        server.close();

        assertThatThrownBy(() -> new RawClient(server.uri()).get("/storage/v1/b"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void noServingThreadKeepsTheJvmAlive() {
        try (GcsServer server = GcsServer.start()) {
            new RawClient(server.uri()).get("/storage/v1/b");

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().matches("gcs-server|HTTP-Dispatcher"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }
}
