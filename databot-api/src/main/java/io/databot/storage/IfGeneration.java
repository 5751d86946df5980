package io.databot.storage;

/**
 * Only if the live object is of this generation.
 *
 * @param generation a positive number that the store gave out
 */
public record IfGeneration(long generation)
        implements Condition, WriteOption, ReadOption, FindOption, CopyOption, UpdateOption, DeleteOption {

    /** @throws io.databot.failure.InvalidRequestFailure if the number is not positive */
    public IfGeneration {
        Generations.requirePositive(generation);
    }
}
