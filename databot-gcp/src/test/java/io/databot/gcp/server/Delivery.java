package io.databot.gcp.server;

import java.io.IOException;
import java.io.OutputStream;

/** What becomes of a body on its way to the client. */
@FunctionalInterface
interface Delivery {
    /** All of it, at once. */
    Delivery WHOLE = Bytes::writeTo;

    void send(Bytes body, OutputStream out) throws IOException;

    /** The first bytes only, then the connection is closed. */
    static Delivery brokenAfter(long bytes) {
        return (body, out) -> {
            body.slice(0, bytes).writeTo(out);
            out.flush();
            throw new IOException("Connection broken as scripted after " + bytes + " bytes");
        };
    }

    /** The first bytes, then nothing until the stall is released. */
    static Delivery stalledAfter(long bytes, Stall stall) {
        return (body, out) -> {
            body.slice(0, bytes).writeTo(out);
            out.flush();
            stall.hold();
            body.slice(bytes, body.size()).writeTo(out);
        };
    }
}
