package io.databot.gcp.server;

/** Thrown to close the connection without a reply. */
final class ConnectionLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConnectionLost() {
        super("Connection closed as scripted", null, false, false);
    }
}
