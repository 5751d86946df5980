package io.databot.examples;

import io.databot.Databot;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/**
 * Runs {@link DailyReports} on whatever backend the environment has; here the environment {@code test}, which is all in
 * memory. The class's unit test, {@code DailyReportsTest}, does the same with a fixed clock.
 */
final class SwapBackendInTests implements Example {

    @Override
    public void run(List<String> arguments, PrintStream out) {
        try (Databot databot = Databot.open(arguments.isEmpty() ? "test" : arguments.get(0))) {
            DailyReports reports = new DailyReports(databot.storage(), Clock.systemUTC());
            out.println("published  " + reports.publish("All is well."));
            out.println("newest     " + reports.newest().orElse("none"));
        }
    }
}
