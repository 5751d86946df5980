package io.databot.gcp.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh server with an empty bucket {@code box} and an empty versioned bucket {@code vault}. */
abstract class ServerFixture {
    static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    private volatile Instant now = START;
    GcsServer server;
    RawClient client;

    @BeforeEach
    void startServer() {
        server = GcsServer.start(new SettableClock());
        server.createBucket("box");
        server.createVersionedBucket("vault");
        client = new RawClient(server.uri());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    void setTime(String instant) {
        now = Instant.parse(instant);
    }

    private final class SettableClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
