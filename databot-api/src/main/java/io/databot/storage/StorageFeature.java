package io.databot.storage;

/**
 * An ability that not every store has. A call that needs one which the adapter does not declare is refused with an
 * {@link io.databot.failure.UnsupportedFailure} before any I/O; a declared one works.
 */
public enum StorageFeature {
    /** {@link StorageService#compose}. */
    COMPOSE,
    /** {@link StorageService#sign}. */
    SIGN,
    /** Noncurrent generations: {@link AtGeneration} of them, and {@link ListRequest.Versions#ALL}. */
    VERSIONS,
    /** Checks an {@link Md5} given with a write. */
    MD5
}
