package io.databot.examples;

import io.databot.Bucket;
import io.databot.Databot;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.StoredObject;
import java.io.PrintStream;
import java.util.List;

/** Lists the objects of an environment's bucket: {@code list-files ENV [PREFIX]}. */
final class ListFiles implements Example {

    @Override
    public void run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "run", "list-files", "it was not told which environment", "Say list-files ENV [PREFIX]."));
        }
        try (Databot databot = Databot.open(arguments.get(0))) {
            Bucket bucket = databot.storage();
            long objects = 0;
            long bytes = 0;
            for (StoredObject object : bucket.list(arguments.size() > 1 ? arguments.get(1) : "")) {
                out.printf("%12d  %s  %s%n", object.size(), object.updated(), object.name());
                objects++;
                bytes += object.size();
            }
            out.println(objects + " objects, " + bytes + " bytes in " + bucket);
        }
    }
}
