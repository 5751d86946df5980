package io.databot.resilience;

/** Hears of every call when it is over, however it ended. Called on the caller's thread; must be quick and thread-safe. */
@FunctionalInterface
public interface CallListener {

    /** @param call what happened; what this method throws is logged and otherwise ignored */
    void completed(CallRecord call);
}
