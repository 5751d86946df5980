package io.databot.examples;

import io.databot.Bucket;
import io.databot.storage.Condition;
import io.databot.storage.StoredObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** An application class as it should be: it takes what it uses, and does not know which backend that is. */
final class DailyReports {

    private final Bucket bucket;
    private final Clock clock;

    DailyReports(Bucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    /** Stores today's report; a second one for the same day is refused. */
    StoredObject publish(String text) {
        return bucket.putText(keyOf(LocalDate.now(clock)), text, Condition.ifAbsent());
    }

    /** The newest report. */
    Optional<String> newest() {
        return bucket.list("reports/").stream()
                .reduce((older, newer) -> newer)
                .map(object -> bucket.text(object.name()));
    }

    private static String keyOf(LocalDate day) {
        return "reports/" + day + ".txt";
    }
}
