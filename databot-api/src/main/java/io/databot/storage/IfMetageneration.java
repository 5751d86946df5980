package io.databot.storage;

/**
 * Only if the object's metadata is of this metageneration.
 *
 * @param metageneration a positive number that the store gave out
 */
public record IfMetageneration(long metageneration)
        implements Condition, ReadOption, FindOption, UpdateOption, DeleteOption {

    /** @throws io.databot.failure.InvalidRequestFailure if the number is not positive */
    public IfMetageneration {
        Generations.requirePositive(metageneration);
    }
}
