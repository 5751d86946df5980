package io.databot.storage;

/**
 * Only if the source of a copy is of this generation.
 *
 * @param generation a positive number that the store gave out
 */
public record IfSourceGeneration(long generation) implements Condition, CopyOption {

    /** @throws io.databot.failure.InvalidRequestFailure if the number is not positive */
    public IfSourceGeneration {
        Generations.requirePositive(generation);
    }
}
