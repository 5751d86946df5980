package io.databot.compute;

import java.util.Set;

/**
 * Machines and containers of one provider.
 *
 * <p>Calls that start something return at once with an {@link Operation}; the others block. Beside those named at each
 * method, every call may throw {@link io.databot.failure.AccessDeniedFailure},
 * {@link io.databot.failure.NotAuthenticatedFailure}, {@link io.databot.failure.ThrottledFailure},
 * {@link io.databot.failure.UnavailableFailure}, {@link io.databot.failure.DeadlineExceededFailure},
 * {@link io.databot.failure.InterruptedFailure}, and {@link io.databot.failure.ClosedFailure} after {@link #close}. What
 * needs a feature that is not declared is an {@link io.databot.failure.UnsupportedFailure} before any I/O. Calls that
 * start something are never repeated by themselves.
 *
 * <p>Thread-safe.
 */
public interface ComputeService extends AutoCloseable {

    /** What this adapter can do; no I/O, never changes. */
    Set<ComputeFeature> features();

    /** Vertex AI Workbench instances. Needs {@link ComputeFeature#WORKBENCHES}. */
    Workbenches workbenches();

    /** Cloud Run services. Needs {@link ComputeFeature#SERVICES}. */
    RunServices services();

    /** Cloud Run jobs. Needs {@link ComputeFeature#JOBS}. */
    RunJobs jobs();

    /** Frees connections; operations go on. Harmless when repeated. */
    @Override
    void close();
}
