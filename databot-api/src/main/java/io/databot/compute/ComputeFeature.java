package io.databot.compute;

/**
 * An ability that not every provider has. A call that needs one which the adapter does not declare is refused with an
 * {@link io.databot.failure.UnsupportedFailure} before any I/O.
 */
public enum ComputeFeature {
    /** {@link ComputeService#workbenches()}. */
    WORKBENCHES,
    /** {@link ComputeService#services()}. */
    SERVICES,
    /** {@link RunServices#invoke}. */
    INVOKE,
    /** {@link ComputeService#jobs()}. */
    JOBS
}
