package io.databot.resilience;

/**
 * Hears of every call when it is over, however it ended. Called on the caller's thread; must be quick and thread-safe.
 *
 * <p>Bind one to have it called: {@code Environment.of("dev").overriding(binder ->
 * binder.bind(CallListener.class).toInstance(listener))}, or in the application's own module beside
 * {@code DatabotModule}.
 */
@FunctionalInterface
public interface CallListener {

    /** @param call what happened; what this method throws is logged and otherwise ignored */
    void completed(CallRecord call);
}
