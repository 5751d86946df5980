package io.databot.examples;

import io.databot.failure.DatabotException;
import io.databot.failure.InvalidRequestFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Runs an example by its name. */
public final class Examples {

    private static final String NAMES =
            "guice-application, inventory, list-files, quickstart, state-query, swap-backend-in-tests";

    private Examples() {}

    /** The first argument is the example's name, the others are the example's own. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** No table: an example's classes are loaded when it is the one that runs. */
    private static Optional<Example> named(String name) {
        return switch (name) {
            case "guice-application" -> Optional.of(new GuiceApplication());
            case "inventory" -> Optional.of(new ShowInventory());
            case "list-files" -> Optional.of(new ListFiles());
            case "quickstart" -> Optional.of(new Quickstart());
            case "state-query" -> Optional.of(new QueryState());
            case "swap-backend-in-tests" -> Optional.of(new SwapBackendInTests());
            default -> Optional.empty();
        };
    }

    /** Gives the exit code: 0 done, 1 failed, 2 called wrongly. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Optional<Example> example = arguments.isEmpty() ? Optional.empty() : named(arguments.get(0));
        if (example.isEmpty()) {
            err.println("Say which example: " + NAMES);
            return 2;
        }
        try {
            example.get().run(arguments.subList(1, arguments.size()), out);
            return 0;
        } catch (InvalidRequestFailure e) {
            err.println(e.getMessage());
            return 2;
        } catch (DatabotException e) {
            err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace(err);
            return 1;
        }
    }
}
