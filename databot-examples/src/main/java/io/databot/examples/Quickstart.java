package io.databot.examples;

import io.databot.Bucket;
import io.databot.Databot;
import io.databot.storage.StoredObject;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens an environment, shows what Terraform made, and sends a file on a round trip through its bucket. */
final class Quickstart implements Example {

    @Override
    public void run(List<String> arguments, PrintStream out) throws Exception {
        try (Databot databot = Databot.open(arguments.isEmpty() ? "dev" : arguments.get(0))) {
            InfrastructureMap.print(databot.infrastructure(), out);
            roundTrip(databot.storage(), out);
        }
    }

    private static void roundTrip(Bucket bucket, PrintStream out) throws Exception {
        Path directory = Files.createTempDirectory("databot-quickstart");
        Path sent = Files.writeString(directory.resolve("data.csv"), "name,value\nanswer,42\n");
        Path received = directory.resolve("received.csv");
        try {
            out.println();
            out.println("Round trip through " + bucket);
            StoredObject uploaded = bucket.upload(sent, "quickstart/data.csv");
            out.println("  uploaded    " + uploaded);
            bucket.list("quickstart/").forEach(object -> out.println("  listed      " + object.key()));
            bucket.download("quickstart/data.csv", received);
            boolean same = Files.mismatch(sent, received) < 0;
            out.println("  downloaded  " + Files.size(received) + " bytes, " + (same ? "the same" : "NOT the same"));
            boolean deleted = bucket.delete("quickstart/data.csv");
            out.println("  deleted     " + (deleted && !bucket.contains("quickstart/data.csv")));
        } finally {
            Files.deleteIfExists(sent);
            Files.deleteIfExists(received);
            Files.delete(directory);
        }
    }
}
