package io.databot.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.Bucket;
import io.databot.failure.AlreadyExistsFailure;
import io.databot.inmemory.InMemoryStorage;
import io.databot.storage.BucketName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How an application tests a class that takes a bucket: no cloud, no mocks, a fixed clock. */
class DailyReportsTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    private final Bucket bucket = Bucket.of(
            InMemoryStorage.builder().clock(clock).bucket("reports-test").build(), BucketName.of("reports-test"));
    private final DailyReports reports = new DailyReports(bucket, clock);

    @Test
    void reportIsStoredUnderItsDay() {
        reports.publish("All is well.");

        assertThat(bucket.text("reports/2026-02-03.txt")).isEqualTo("All is well.");
    }

    @Test
    void secondReportOfADayIsRefusedAndTheFirstStays() {
        reports.publish("first");

        assertThatThrownBy(() -> reports.publish("second")).isInstanceOf(AlreadyExistsFailure.class);
        assertThat(reports.newest()).contains("first");
    }

    @Test
    void newestOfNothingIsEmpty() {
        assertThat(reports.newest()).isEmpty();
    }
}
