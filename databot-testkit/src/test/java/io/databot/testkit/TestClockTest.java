package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {

    @Test
    void standsStillUntilItIsMoved() {
        TestClock clock = TestClock.at(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.advance(Duration.ofMinutes(2));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(120));
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void clockOfAnotherZoneMovesAlong() {
        TestClock clock = TestClock.fixed();
        TestClock elsewhere = clock.withZone(ZoneId.of("Europe/Zurich"));
        clock.advance(Duration.ofDays(1));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(clock).hasToString("TestClock[2026-01-02T00:00:00Z]");
    }
}
