package io.databot.gcp.server;

/** The handling of one request, done when called. */
@FunctionalInterface
interface Handling {
    Reply perform();
}
