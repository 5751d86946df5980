package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    @Test
    void nearestComeFirstAndThreeAtMost() {
        assertThat(NearestNames.suggestion(
                        "bucket", List.of("zone", "buckets", "region", "buckte", "bucket_a", "buckets")))
                .isEqualTo("Nearest: buckets, bucket_a, buckte.");
    }

    @Test
    void equallyNearOnesAreInOrder() {
        assertThat(NearestNames.suggestion("a", List.of("c", "b"))).isEqualTo("Nearest: b, c.");
    }

    @Test
    void nothingToChooseFromIsSaid() {
        assertThat(NearestNames.suggestion("a", List.of())).isEqualTo("There is nothing to choose from.");
    }

    @Test
    void veryLongNamesAreComparedByTheirBeginnings() {
        String wanted = "x".repeat(1_000_000);
        assertThat(NearestNames.suggestion(wanted, List.of("y".repeat(1_000_000), "x".repeat(300))))
                .startsWith("Nearest: x");
    }
}
