package io.databot.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureDetailsTest {

    private static final FailureDetails DETAILS =
            FailureDetails.of("put", "acme-data/a.csv", "permission denied", "Grant storage.objects.create.");

    @Test
    void messageSaysWhatWhereWhyAndWhatToDo() {
        assertThat(DETAILS.message())
                .isEqualTo("put acme-data/a.csv: permission denied. Grant storage.objects.create.");
    }

    @Test
    void messageLeavesOutWhatIsEmpty() {
        assertThat(FailureDetails.of("close", "", "already closed", "").message())
                .isEqualTo("close: already closed");
    }

    @Test
    void messageCountsAttemptsOnceThereWereSeveral() {
        assertThat(DETAILS.withAttempts(1).message()).isEqualTo(DETAILS.message());
        assertThat(DETAILS.withAttempts(3).message()).contains("permission denied (after 3 attempts). Grant");
    }

    @Test
    void detailsAreFinalUnlessSaidOtherwise() {
        assertThat(DETAILS.retryable()).isFalse();
        assertThat(DETAILS.attempts()).isZero();
        assertThat(DETAILS.retryAfter()).isZero();
        assertThat(DETAILS.asRetryable().retryable()).isTrue();
    }

    @Test
    void eachChangeKeepsTheRest() {
        FailureDetails changed =
                DETAILS.asRetryable().withAttempts(2).withRemedy("Wait.").withRetryAfter(Duration.ofSeconds(5));
        assertThat(changed)
                .isEqualTo(new FailureDetails(
                        "put", "acme-data/a.csv", "permission denied", "Wait.", 2, true, Duration.ofSeconds(5)));
    }

    @Test
    void nullPartsAreRefusedByName() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> FailureDetails.of("put", null, "reason", ""))
                .withMessage("resource");
    }
}
