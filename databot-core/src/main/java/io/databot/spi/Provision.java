package io.databot.spi;

import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.UnexpectedFailure;

/** Asks Guice for a port, and shows the port's own failure rather than Guice's wrapping of it. */
public final class Provision {

    private Provision() {}

    /**
     * What the provider gives.
     *
     * @throws DatabotException whatever kept it from being made
     */
    public static <P> P get(Provider<P> provider) {
        try {
            return provider.get();
        } catch (ProvisionException e) {
            throw translated(e);
        }
    }

    /** The first failure of Databot's family among the causes; anything else is a fault of an adapter. */
    public static DatabotException translated(RuntimeException wrapping) {
        for (Throwable cause = wrapping; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabotException failure) {
                return failure;
            }
        }
        return new UnexpectedFailure(
                FailureDetails.of(
                        "construct a port",
                        "",
                        "an adapter or an overriding module failed",
                        "See the cause; check the modules that were given."),
                wrapping);
    }
}
