package io.databot.examples;

import io.databot.failure.DatabotException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs an example by its name. */
public final class Examples {

    private static final Map<String, Example> BY_NAME = new TreeMap<>(Map.of(
            "quickstart", new Quickstart(),
            "swap-backend-in-tests", new SwapBackendInTests(),
            "guice-application", new GuiceApplication(),
            "list-files", new ListFiles()));

    private Examples() {}

    /** The first argument is the example's name, the others are the example's own. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** Gives the exit code: 0 done, 1 failed, 2 called wrongly. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Example example = arguments.isEmpty() ? null : BY_NAME.get(arguments.get(0));
        if (example == null) {
            err.println("Say which example: " + String.join(", ", BY_NAME.keySet()));
            return 2;
        }
        try {
            example.run(arguments.subList(1, arguments.size()), out);
            return 0;
        } catch (DatabotException e) {
            err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace(err);
            return 1;
        }
    }
}
