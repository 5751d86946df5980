package io.databot.gcp.server;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs the server on its own: {@code GcsEmulator PORT [BUCKET...]}. */
public final class GcsEmulator {
    private GcsEmulator() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            System.err.println("Usage: GcsEmulator PORT [BUCKET...]");
            return;
        }
        GcsServer server = GcsServer.start(Integer.parseInt(arguments[0]), Clock.systemUTC());
        for (int i = 1; i < arguments.length; i++) {
            server.createBucket(arguments[i]);
        }
        System.out.println("export STORAGE_EMULATOR_HOST=" + server.uri());
        new CountDownLatch(1).await();
    }
}
