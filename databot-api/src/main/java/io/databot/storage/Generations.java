package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;

final class Generations {

    private Generations() {}

    static void requirePositive(long number) {
        if (number <= 0) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "name a generation",
                    String.valueOf(number),
                    "generations and metagenerations are positive",
                    "Take the number from a StoredObject; for 'must not exist' use Condition.ifAbsent()."));
        }
    }
}
