package io.databot.storage;

/**
 * Names one generation of an object, live or not, instead of the live one. A generation that does not exist (any more)
 * is missing like a missing object. Of a copy, it names the source's generation.
 *
 * <p>Noncurrent generations exist only in buckets with versioning, on adapters with {@link StorageFeature#VERSIONS}; the
 * live object's own generation can be named everywhere.
 *
 * @param generation a positive number that the store gave out
 */
public record AtGeneration(long generation) implements ReadOption, FindOption, CopyOption, DeleteOption {

    /** @throws io.databot.failure.InvalidRequestFailure if the number is not positive */
    public AtGeneration {
        Generations.requirePositive(generation);
    }

    public static AtGeneration of(long generation) {
        return new AtGeneration(generation);
    }
}
