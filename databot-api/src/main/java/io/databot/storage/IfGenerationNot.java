package io.databot.storage;

/**
 * Only if the live object is of another generation than the one that the caller has.
 *
 * @param generation a positive number that the store gave out
 */
public record IfGenerationNot(long generation) implements Condition, ReadOption, FindOption {

    /** @throws io.databot.failure.InvalidRequestFailure if the number is not positive */
    public IfGenerationNot {
        Generations.requirePositive(generation);
    }
}
